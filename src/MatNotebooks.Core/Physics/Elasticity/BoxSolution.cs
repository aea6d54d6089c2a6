namespace MatNotebooks.Physics.Elasticity;

/// <summary>Displacement, stress and strain of a box in equilibrium (Eq. 33–35).</summary>
public sealed class BoxSolution
{
    private readonly BoxPoints points;
    private readonly double[] displacement; // (3, points)
    private readonly double[] loads;
    private readonly double[] forces;

    internal BoxSolution(
        Microstructure body, BoxPoints points, ElasticConvergence convergence, double[] displacement, HexahedralGrid elements, double[] loads, double[] forces)
    {
        (Body, this.points, Convergence, this.displacement, this.loads, this.forces) = (body, points, convergence, displacement, loads, forces);
        var (strain, stress) = elements.Fields(displacement);
        (Strain, Stress) = (new(body, strain), new(body, stress));
        StrainEnergy = Work(forces) / 2;
        PotentialEnergy = StrainEnergy - Work(loads);
    }

    /// <summary>The body.</summary>
    public Microstructure Body { get; }

    /// <summary>Mean stress of each voxel | GPa.</summary>
    public VoigtField Stress { get; }

    /// <summary>Mean strain of each voxel | no unit, engineering shears.</summary>
    public VoigtField Strain { get; }

    /// <summary>½ ∫ ε : C : ε dΩ (Eq. 23) | GPa times the unit of length cubed; with nm it is 1e-18 J.</summary>
    public double StrainEnergy { get; }

    /// <summary>Π(u), the strain energy less the work of the loads (Eq. 23) | GPa times the unit of length cubed.</summary>
    public double PotentialEnergy { get; }

    /// <summary>Iterations, and what is left of equilibrium (Eq. 33).</summary>
    public ElasticConvergence Convergence { get; }

    /// <summary>Displacement of a corner of the voxels | the unit of length.</summary>
    /// <param name="x">0 to the voxels along x.</param>
    /// <param name="y">0 to the voxels along y.</param>
    /// <param name="z">0 to the voxels along z.</param>
    /// <exception cref="ArgumentOutOfRangeException">The corner is outside the grid.</exception>
    public BoxVector Displacement(int x, int y, int z) => At(displacement, points.Index(x, y, z));

    /// <summary>Force that whatever holds a face puts on it, loads left out | GPa times the unit of length squared.</summary>
    /// <param name="face">Which face.</param>
    public BoxVector Reaction(BoxFace face)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var point in points.On(face))
        {
            var (all, load) = (At(forces, point), At(loads, point));
            (x, y, z) = (x + all.X - load.X, y + all.Y - load.Y, z + all.Z - load.Z);
        }
        return new(x, y, z);
    }

    /// <summary>Energy, residual and iterations in a line.</summary>
    public override string ToString() =>
        $"strain energy {StrainEnergy:g6} GPa·length³, residual {Convergence.Residual:g2} after {Convergence.Iterations} iterations";

    private BoxVector At(double[] values, int point) => new(values[point], values[points.Count + point], values[(2 * points.Count) + point]);

    private double Work(double[] force)
    {
        var work = 0.0;
        for (var i = 0; i < force.Length; i++) work += force[i] * displacement[i];
        return work;
    }
}
