namespace MatNotebooks.Physics.Elasticity;

/// <summary>Which material stands where: a box of voxels, each of which names a phase with its own stiffness C(x).</summary>
/// <remarks>It is the field S : Ω → ℝᵈ of Eq. 2 on a regular grid.</remarks>
public sealed class Microstructure
{
    /// <summary>Most voxels: their solution takes some 300 bytes each.</summary>
    public const int MostVoxels = 1 << 26;

    private readonly int[] phaseOfVoxel; // x runs fastest, then y

    /// <summary>Takes voxels in three dimensions.</summary>
    /// <param name="phaseOfVoxel">(x, y, z) | index of a phase.</param>
    /// <param name="phases">Stiffness of each phase: positive definite, or <see cref="ElasticTensor.Void"/>.</param>
    /// <param name="voxel">Edges of a voxel; a cube by default.</param>
    /// <exception cref="ArgumentException">A phase is not stable, a voxel names none, or the grid is empty or too large.</exception>
    public Microstructure(int[,,] phaseOfVoxel, IReadOnlyList<ElasticTensor> phases, VoxelSize? voxel = null)
        : this((phaseOfVoxel.GetLength(0), phaseOfVoxel.GetLength(1), phaseOfVoxel.GetLength(2)), (x, y, z) => phaseOfVoxel[x, y, z], phases, voxel)
    {
    }

    /// <summary>Takes pixels: a body that does not change along z, which plane strain means.</summary>
    /// <param name="phaseOfPixel">(x, y) | index of a phase.</param>
    /// <param name="phases">Stiffness of each phase: positive definite, or <see cref="ElasticTensor.Void"/>.</param>
    /// <param name="voxel">Edges of a pixel and its thickness, which does not matter; a cube by default.</param>
    /// <exception cref="ArgumentException">A phase is not stable, a pixel names none, or the grid is empty or too large.</exception>
    public Microstructure(int[,] phaseOfPixel, IReadOnlyList<ElasticTensor> phases, VoxelSize? voxel = null)
        : this((phaseOfPixel.GetLength(0), phaseOfPixel.GetLength(1), 1), (x, y, _) => phaseOfPixel[x, y], phases, voxel)
    {
    }

    private Microstructure((int X, int Y, int Z) size, Func<int, int, int, int> phaseAt, IReadOnlyList<ElasticTensor> phases, VoxelSize? voxel)
    {
        (SizeX, SizeY, SizeZ) = size;
        if (SizeX < 1 || SizeY < 1 || SizeZ < 1 || (long)SizeX * SizeY * SizeZ > MostVoxels)
            throw new ArgumentException($"The grid is {SizeX} × {SizeY} × {SizeZ} voxels; each way it needs 1 or more, in all {MostVoxels:n0} at most.");
        Phases = [.. phases];
        Voxel = Checked(voxel ?? VoxelSize.Cube);
        CheckPhases();
        phaseOfVoxel = new int[VoxelCount];
        var counts = new int[Phases.Count];
        for (int z = 0, i = 0; z < SizeZ; z++)
        {
            for (var y = 0; y < SizeY; y++)
            {
                for (var x = 0; x < SizeX; x++, i++)
                {
                    var phase = phaseAt(x, y, z);
                    if (phase < 0 || phase >= counts.Length)
                        throw new ArgumentException($"Voxel ({x}, {y}, {z}) names phase {phase}; the phases given are 0 to {counts.Length - 1}.");
                    phaseOfVoxel[i] = phase;
                    counts[phase]++;
                }
            }
        }
        Fractions = [.. counts.Select(count => (double)count / VoxelCount)];
    }

    /// <summary>Voxels along x.</summary>
    public int SizeX { get; }

    /// <summary>Voxels along y.</summary>
    public int SizeY { get; }

    /// <summary>Voxels along z; 1 for a plane.</summary>
    public int SizeZ { get; }

    /// <summary>Voxels in all.</summary>
    public int VoxelCount => SizeX * SizeY * SizeZ;

    /// <summary>Edges of a voxel.</summary>
    public VoxelSize Voxel { get; }

    /// <summary>Stiffness of each phase | GPa.</summary>
    public IReadOnlyList<ElasticTensor> Phases { get; }

    /// <summary>Share of each phase in the volume | 0 to 1, sum 1.</summary>
    public IReadOnlyList<double> Fractions { get; }

    /// <summary>The phase of each voxel, x fastest, then y.</summary>
    public ReadOnlySpan<int> PhaseOfVoxel => phaseOfVoxel;

    /// <summary>The phase at a voxel.</summary>
    /// <param name="x">0 to <see cref="SizeX"/> - 1.</param>
    /// <param name="y">0 to <see cref="SizeY"/> - 1.</param>
    /// <param name="z">0 to <see cref="SizeZ"/> - 1.</param>
    public int this[int x, int y, int z] => phaseOfVoxel[Index(x, y, z)];

    /// <summary>Asks a rule for the phase at each voxel's centre.</summary>
    /// <param name="sizeX">Voxels along x, 1 or more.</param>
    /// <param name="sizeY">Voxels along y, 1 or more.</param>
    /// <param name="sizeZ">Voxels along z, 1 or more; 1 for a plane.</param>
    /// <param name="phaseAt">The phase at a point, whose coordinates are fractions of the box, 0 to 1.</param>
    /// <param name="phases">Stiffness of each phase.</param>
    /// <exception cref="ArgumentException">A phase is not stable, the rule names none, or the grid is empty or too large.</exception>
    public static Microstructure Of(
        int sizeX, int sizeY, int sizeZ, Func<double, double, double, int> phaseAt, IReadOnlyList<ElasticTensor> phases) =>
        new((sizeX, sizeY, sizeZ), (x, y, z) => phaseAt((x + 0.5) / sizeX, (y + 0.5) / sizeY, (z + 0.5) / sizeZ), phases, null);

    internal int Index(int x, int y, int z)
    {
        if ((uint)x >= (uint)SizeX || (uint)y >= (uint)SizeY || (uint)z >= (uint)SizeZ)
            throw new ArgumentOutOfRangeException(nameof(x), $"({x}, {y}, {z})", $"The voxel is outside the grid of {SizeX} × {SizeY} × {SizeZ}.");
        return x + (SizeX * (y + (SizeY * z)));
    }

    /// <summary>The matrices of the phases one after another, each by rows | GPa.</summary>
    internal double[] StiffnessTable() => [.. Phases.SelectMany(phase => phase.ToArray().Cast<double>())];

    private static VoxelSize Checked(VoxelSize size) =>
        size is { X: > 0, Y: > 0, Z: > 0 } && double.IsFinite(size.X + size.Y + size.Z)
            ? size : throw new ArgumentException($"A voxel's edges are {size.X} × {size.Y} × {size.Z}; each must be greater than 0.");

    private void CheckPhases()
    {
        if (Phases.Count == 0) throw new ArgumentException("There is no phase; give the stiffness of one at least.");
        foreach (var (index, phase) in Phases.Index())
        {
            if (!phase.IsVoid && !phase.IsStable)
            {
                throw new ArgumentException(
                    $"Phase {index} is not positive definite: its lowest eigenvalue is {phase.Eigenvalues[0]:g4} GPa. "
                    + "Strain must cost energy; for a pore give ElasticTensor.Void.");
            }
        }
    }
}
