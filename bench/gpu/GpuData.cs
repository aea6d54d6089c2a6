using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Graphs;
using MatNotebooks.Training;

namespace MatNotebooks.Gpu;

/// <summary>Crystals to train on: real ones, and where there are not enough, the same ones strained.</summary>
internal sealed class GpuData
{
    private const string Target = "e_form_eV_atom";
    private const double Strain = 0.01;

    private readonly Sample[] real;

    /// <exception cref="InvalidDataException">Fewer than 20 crystals with the target.</exception>
    public GpuData(string path)
    {
        real = [.. StructureRecords.Read(path, Target, _ => { }).Select(record => new Sample(record.Id, record.Crystal, [record.RequiredNumber(Target)]))];
        if (real.Length < 20) throw new InvalidDataException($"{path} holds {real.Length} crystals with {Target}; at least 20 are needed.");
        new Random(0).Shuffle(real);
    }

    /// <summary>CGCNN's graphs: exactly the twelve nearest within 8 Å.</summary>
    public static GraphOptions Neighbors { get; } = new() { Cutoff = 8, MaxNeighbors = 12, Ties = TieRule.Cut };

    /// <summary>How many crystals are real.</summary>
    public int Real => real.Length;

    /// <summary>Some crystals; beyond the real ones, each is one of them strained by at most 1 % along every axis, its target unchanged: good to time with, not to learn from.</summary>
    public TrainingData Take(int count) => TrainingData.Of(Enumerable.Range(0, count).Select(At), Neighbors);

    private Sample At(int place)
    {
        var original = real[place % real.Length];
        if (place < real.Length) return original;
        var random = new Random(place);
        double Part() => Strain * ((2 * random.NextDouble()) - 1);
        var (xx, yy, zz, yz, xz, xy) = (1 + Part(), 1 + Part(), 1 + Part(), Part() / 2, Part() / 2, Part() / 2);
        Cartesian Strained(Cartesian v) => new((xx * v.X) + (xy * v.Y) + (xz * v.Z), (xy * v.X) + (yy * v.Y) + (yz * v.Z), (xz * v.X) + (yz * v.Y) + (zz * v.Z));
        var lattice = original.Crystal.Lattice;
        var crystal = original.Crystal.WithLattice(new(Strained(lattice.A), Strained(lattice.B), Strained(lattice.C)));
        return new($"{original.Id}~{place / real.Length}", crystal, original.Targets);
    }
}
