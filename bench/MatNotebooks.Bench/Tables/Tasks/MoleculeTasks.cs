using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Graphs;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Bench.Tables.Tasks;

/// <summary>Molecules, each in a cell so large that it meets no image of itself.</summary>
internal static class MoleculeTasks
{
    private const int Folds = 5;
    private const double Reach = 5; // Å; neighbours within
    private const double AtomVolume = 1000; // Å³; the same for all, so that the volume of the cell says nothing
    private const double Hartree = 27.211386; // eV

    /// <summary>The molecules this project computed: gaps by GFN2-xTB.</summary>
    public static TableTask Gfn2 { get; } = Task("molecules_gfn2", new("gap", "eV"), row => row.RequiredNumber("gap_eV"), epochs: 200, new StandardizedTargets());

    /// <summary>QM7: atomisation energies, PBE0.</summary>
    public static TableTask Qm7 { get; } = Task("qm7", new("atomization_energy", "kcal/mol"), row => row.RequiredNumber("E_pbe0_kcal_mol"), epochs: 150, new PerAtomTargets(new ElementReferencedTargets()));

    /// <summary>QM9: gaps, B3LYP; it is fetched with <c>matnb data get qm9</c>.</summary>
    public static TableTask Qm9 { get; } = Task("qm9", new("gap", "eV"), row => row.RequiredNumber("gap") * Hartree, epochs: 40, new StandardizedTargets()) with
    {
        Division = "110,000 to train and 10,000 put aside by chance, the rest judges",
        Read = () => Read("qm9", row => row.RequiredNumber("gap") * Hartree, rows =>
        {
            var order = Enumerable.Range(0, rows).ToArray();
            new Random(0).Shuffle(order);
            return [new(order.Take(110_000), [], order.Skip(120_000))];
        }),
    };

    private static TableTask Task(string dataset, TableTarget target, Func<DataRecord, double> value, int epochs, TargetTransform transform) => new()
    {
        Name = dataset,
        Targets = [target],
        Division = "five folds by chance",
        Graphs = new() { Cutoff = Reach, MaxNeighbors = null },
        // Within a molecule all distances matter, not only those of bonds.
        Shape = TaskRecipes.Shape with { Distances = new AngstromDistances { Cutoff = Reach, Gaussians = 41 } },
        Recipe = TaskRecipes.Network(epochs, 32, transform),
        Seeds = 1,
        Read = () => Read(dataset, value, rows => KFolds.Of(rows, Folds, seed: 0, validation: 0)),
    };

    private static TaskRows Read(string dataset, Func<DataRecord, double> value, Func<int, IReadOnlyList<DataSplit>> divide)
    {
        Sample[] samples = [.. DatasetCatalogue.Find(dataset).Read().Cast<MoleculeRecord>()
            .Select(row => new Sample(row.Id, Alone(row.Molecule), [value(row)]) { Group = row.Formula })];
        return new(samples, divide(samples.Length));
    }

    private static Crystal Alone(Molecule molecule) => molecule.In(Lattice.Cubic(Math.Cbrt(AtomVolume * molecule.Atoms.Length)));
}
