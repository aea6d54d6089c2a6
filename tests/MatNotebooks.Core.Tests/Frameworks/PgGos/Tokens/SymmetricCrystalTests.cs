using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Features;
using MatNotebooks.Frameworks.PgGos.Tokens;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Tokens;

public sealed class SymmetricCrystalTests
{
    private const double Tolerance = 0.01; // Å

    public static TheoryData<string, Crystal, int, int> Known => new()
    {
        { "rocksalt", Prototypes.Rocksalt("Na", "Cl", 5.64), 225, 2 },
        { "zincblende", Prototypes.Zincblende("Zn", "S", 5.42), 216, 2 },
        { "diamond", Prototypes.Diamond("Si", 5.43), 227, 2 },
        { "wurtzite", Prototypes.Wurtzite("Zn", "O", 3.25), 186, 4 },
        { "hcp", Prototypes.Hcp("Mg", 3.21), 194, 2 },
        { "perovskite", Prototypes.Perovskite("Sr", "Ti", "O", 3.905), 221, 5 },
        { "fluorite", Prototypes.Fluorite("Ca", "F", 5.46), 225, 3 },
        { "bcc", Prototypes.Bcc("Fe", 2.87), 229, 1 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void Textbook_structures_keep_group_atoms_and_distances(string name, Crystal crystal, int group, int atoms)
    {
        var (symmetric, problem) = SymmetricCrystal.Of(crystal, Tolerance);
        Assert.True(symmetric is not null, $"{name}: {problem}");
        Assert.Equal(group, symmetric.Group.Number);
        var back = symmetric.ToCrystal();
        Assert.Equal(atoms, back.Sites.Length);
        Assert.Equal(0, StructureFingerprint.Of(crystal).DistanceTo(StructureFingerprint.Of(back)), 1e-4);
        Assert.Equal(crystal.Density, back.Density, 1e-6 * crystal.Density);
    }

    /// <summary>Every cell that the scales can say is one that a lattice takes: all corners of every family, and points inside.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(150)]
    [InlineData(221)]
    public void Every_cell_that_can_be_said_is_a_lattice(int group)
    {
        var family = CellFamily.Of(group);
        var random = new Random(group);
        for (var trial = 0; trial < 2000; trial++)
        {
            var numbers = family.Free.Select(number => trial % 2 == 0
                ? random.Next(2) == 0 ? number.Scale.Low : number.Scale.High
                : number.Scale.Low + (random.NextDouble() * (number.Scale.High - number.Scale.Low))).ToArray();
            var lattice = family.Build(numbers, atoms: 1 + random.Next(192));
            Assert.True(lattice.Volume > 0);
        }
    }

    [SharedDataFact("perov5/perov5.jsonl.gz")]
    public void Perovskites_come_back() => ComeBack("perov5/perov5.jsonl.gz");

    [SharedDataFact("mp20_partial/mp20_partial.jsonl.gz")]
    public void Crystals_of_the_Materials_Project_come_back() => ComeBack("mp20_partial/mp20_partial.jsonl.gz");

    [SharedDataFact("carbon24/carbon24.jsonl.gz")]
    public void Carbons_come_back() => ComeBack("carbon24/carbon24.jsonl.gz");

    /// <summary>Nearly all can be written, and those that are come back as they were within the width of the levels.</summary>
    private static void ComeBack(string file)
    {
        var crystals = StructureRecords.Read(SharedData.PathOf(file)).Where((_, row) => row % 200 == 0).Take(40).Select(record => record.Crystal).ToArray();
        var read = SymmetricCrystals.Of(crystals, Tolerance);
        var words = new CrystalVocabulary([.. read.Select(pair => pair.Crystal).OfType<SymmetricCrystal>()]);
        var (written, same) = (0, 0);
        foreach (var (row, (symmetric, _)) in read.Index())
        {
            if (symmetric is null || words.Write(symmetric).Tokens is not { } tokens) continue;
            written++;
            var back = words.Read(tokens).ToCrystal();
            if (StructureFingerprint.Of(crystals[row]).DistanceTo(StructureFingerprint.Of(back)) < 0.05) same++;
        }
        Assert.True(written >= 0.97 * crystals.Length && same >= 0.97 * written, $"{file}: {written} of {crystals.Length} written, {same} the same: "
            + string.Join("; ", read.Select(pair => pair.Problem ?? (pair.Crystal is null ? null : words.Write(pair.Crystal).Problem)).OfType<string>().Take(5)));
    }
}
