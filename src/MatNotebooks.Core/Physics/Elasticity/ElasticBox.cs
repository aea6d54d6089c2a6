namespace MatNotebooks.Physics.Elasticity;

/// <summary>
/// A body in a box whose faces are held or pulled: ∇·σ + b = 0, σ = C : ε, u = ū on held parts, σ·n = t̄ on the others (Eq. 33–35). It is the
/// least of Π(u) = ½ ∫ ε : C : ε dΩ − ∫ b·u dΩ − ∫ t̄·u dΓ (Eq. 23).
/// </summary>
/// <remarks>
/// Each method gives a new box; of two that hold one point the later is obeyed. Voxels are trilinear hexahedra of eight integration points. A
/// body that is 1 voxel deep is in plane strain: it is held along z.
/// </remarks>
public sealed class ElasticBox
{
    private readonly IReadOnlyList<(BoxFace Face, Func<double, double, double, Held> At)> held;
    private readonly IReadOnlyList<(BoxFace Face, BoxVector Traction)> pulled;

    /// <summary>Takes a body whose faces are free.</summary>
    /// <param name="body">The body; its voxels' edges are the unit of length of displacements.</param>
    public ElasticBox(Microstructure body)
        : this(body, [], [], default)
    {
    }

    private ElasticBox(
        Microstructure body, IReadOnlyList<(BoxFace, Func<double, double, double, Held>)> held, IReadOnlyList<(BoxFace, BoxVector)> pulled, BoxVector force) =>
        (Body, this.held, this.pulled, BodyForce) = (body, held, pulled, force);

    /// <summary>The body.</summary>
    public Microstructure Body { get; }

    /// <summary>Force on each solid voxel's volume b | GPa per unit of length.</summary>
    public BoxVector BodyForce { get; }

    /// <summary>Holds a face.</summary>
    /// <param name="face">Which.</param>
    /// <param name="displacement">ū of all its points.</param>
    public ElasticBox Hold(BoxFace face, Held displacement) => HoldPoints(face, (_, _, _) => displacement);

    /// <summary>Holds a face point by point.</summary>
    /// <param name="face">Which.</param>
    /// <param name="displacement">ū at a point (x, y, z) of it | all in the voxels' unit of length, from the box's corner.</param>
    public ElasticBox HoldPoints(BoxFace face, Func<double, double, double, Held> displacement) =>
        new(Body, [.. held, (face, displacement)], pulled, BodyForce);

    /// <summary>Pulls at the solid part of a face; tractions on one face add up.</summary>
    /// <param name="face">Which.</param>
    /// <param name="traction">t̄ | GPa.</param>
    public ElasticBox Pull(BoxFace face, BoxVector traction) => new(Body, held, [.. pulled, (face, traction)], BodyForce);

    /// <summary>The same box with another force on its volume, such as its weight.</summary>
    /// <param name="force">b | GPa per unit of length.</param>
    public ElasticBox WithBodyForce(BoxVector force) => new(Body, held, pulled, force);

    /// <summary>Finds displacement, stress and strain.</summary>
    /// <param name="options">How exactly; a residual of 1e-6 by default.</param>
    /// <param name="cancellation">Ends the iterations.</param>
    /// <exception cref="ArgumentException">A displacement or load is not finite, or the body could move as a whole.</exception>
    /// <exception cref="ElasticConvergenceException">The tolerance was not reached.</exception>
    public BoxSolution Solve(ElasticOptions? options = null, CancellationToken cancellation = default)
    {
        options = (options ?? new()).Checked();
        if (Body.Fractions.Zip(Body.Phases).All(phase => phase.First == 0 || phase.Second.IsVoid))
            throw new ArgumentException("Every voxel is a pore; a body needs a solid voxel at least.");
        var points = new BoxPoints(Body);
        var (prescribed, loads) = (Prescribed(points), Loads(points));
        RigidMotion.Refuse(points, prescribed);
        var system = new HexahedralSystem(Body, points, prescribed, loads, options.Threads);
        var unknowns = new double[system.Length];
        var convergence = new ConjugateGradients(system, options).Solve(unknowns, cancellation);
        return new(Body, points, convergence, system.Whole(unknowns), system.Elements, loads, system.Forces(unknowns));
    }

    private double?[] Prescribed(BoxPoints points)
    {
        var values = new double?[3 * points.Count];
        if (Body.SizeZ == 1)
            for (var point = 0; point < points.Count; point++) values[(2 * points.Count) + point] = 0;
        foreach (var (face, at) in held)
        {
            foreach (var point in points.On(face))
            {
                var (x, y, z) = points.Position(point);
                foreach (var (axis, value) in at(x, y, z).ToArray().Index())
                {
                    if (value is null) continue;
                    if (!double.IsFinite(value.Value)) throw new ArgumentException($"The displacement held at ({x:g4}, {y:g4}, {z:g4}) on {face} is {value}; it must be finite.");
                    values[(axis * points.Count) + point] = value;
                }
            }
        }
        return values;
    }

    private double[] Loads(BoxPoints points)
    {
        var loads = new double[3 * points.Count];
        foreach (var (face, traction) in pulled)
        {
            if (!traction.ToArray().All(double.IsFinite)) throw new ArgumentException($"The traction on {face} is {traction}; it must be finite.");
            var share = points.FaceArea(face) / 4;
            foreach (var voxel in points.VoxelsOn(face)) Spread(voxel, [.. points.Corners(voxel).Where(point => points.IsOn(point, face))], traction, share);
        }
        if (!BodyForce.ToArray().All(double.IsFinite)) throw new ArgumentException($"The force on the volume is {BodyForce}; it must be finite.");
        if (BodyForce != default)
            for (var voxel = 0; voxel < Body.VoxelCount; voxel++) Spread(voxel, points.Corners(voxel), BodyForce, Body.Voxel.Volume / 8);
        return loads;

        void Spread(int voxel, int[] corners, BoxVector load, double share)
        {
            if (Body.Phases[Body.PhaseOfVoxel[voxel]].IsVoid) return;
            foreach (var point in corners)
                foreach (var (axis, value) in load.ToArray().Index())
                    loads[(axis * points.Count) + point] += value * share;
        }
    }
}
