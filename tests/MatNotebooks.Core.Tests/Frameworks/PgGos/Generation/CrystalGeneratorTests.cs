using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Features;
using MatNotebooks.Frameworks.PgGos.Generation;
using MatNotebooks.Frameworks.PgGos.Tokens;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Generation;

public sealed class CrystalGeneratorTests
{
    private static readonly GeneratorOptions Small = new() { Width = 16, TokenWidth = 8, Latent = 3, Epochs = 2, BatchSize = 8 };

    private static readonly Crystal[] Mixed =
    [
        Prototypes.Rocksalt("Na", "Cl", 5.64), Prototypes.Zincblende("Zn", "S", 5.42), Prototypes.Wurtzite("Zn", "O", 3.25),
        Prototypes.Perovskite("Sr", "Ti", "O", 3.905), Prototypes.Fluorite("Ca", "F", 5.46), Prototypes.Hcp("Mg", 3.21),
        Prototypes.Rocksalt("Mg", "O", 4.2).Strained(0.02, 0, -0.01, 0.03, 0.01, 0.02),
        Prototypes.Wurtzite("Al", "N", 3.11).Strained(0.03, 0.01, 0, xy: 0.02),
        new(Lattice.FromParameters(3.1, 4.2, 5.3, 80, 95, 103), [new("Li", new(0.1, 0.2, 0.3)), new("O", new(0.6, 0.55, 0.8)), new("F", new(0.9, 0.1, 0.62))]),
    ];

    private static readonly CrystalVocabulary Words = new([.. SymmetricCrystals.Of(Mixed, Small.Tolerance).Select(pair => pair.Crystal!)]);

    /// <summary>Whatever the weights, the latent and the dice: the grammar lets only crystals through.</summary>
    [Fact]
    public void Random_weights_write_crystals() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<byte>(), (seed, boldness) =>
        {
            using var generator = CrystalGenerator.Untrained(Words, Small with { Seed = seed });
            var written = generator.Sample(24, seed, temperature: boldness / 32.0); // 0 to 8
            Assert.All(written, one =>
            {
                Assert.True(one.Crystal.Volume / one.Crystal.Sites.Length > 1 && one.Crystal.IsOrdered);
                Assert.All(one.Crystal.Sites, site => Assert.Contains(site.Element, generator.Elements));
                Assert.Equal(one.Crystal.Composition, generator.Words.Read(one.Tokens).ToCrystal().Composition);
            });
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    /// <summary>A crystal of random levels, written and read again, is the same within half a level of every number.</summary>
    [Fact]
    public void What_is_written_is_read_again()
    {
        using var generator = CrystalGenerator.Untrained(Words, Small);
        foreach (var (crystal, back) in Mixed.Zip(generator.RoundTrip(Mixed)))
        {
            Assert.NotNull(back);
            Assert.InRange(StructureFingerprint.Of(crystal).DistanceTo(StructureFingerprint.Of(back)), 0, 0.02);
            Assert.Equal(crystal.Density, back.Density, 0.003 * crystal.Density);
        }
    }

    [Fact]
    public void The_same_seed_trains_and_writes_the_same_and_a_file_keeps_it()
    {
        using var first = CrystalGenerator.Train(Mixed, Small);
        using var second = CrystalGenerator.Train(Mixed, Small);
        Assert.Equal(first.Sample(10, seed: 5).Select(one => one.ToString()), second.Sample(10, seed: 5).Select(one => one.ToString()));
        var path = Path.GetTempFileName();
        try
        {
            first.Save(path);
            using var loaded = CrystalGenerator.Load(path);
            Assert.Equal(first.Sample(10, seed: 5).Select(one => one.ToString()), loaded.Sample(10, seed: 5).Select(one => one.ToString()));
            File.WriteAllBytes(path, File.ReadAllBytes(path)[..2000]);
            Assert.Contains("no whole crystal generator", Assert.Throws<InvalidDataException>(() => CrystalGenerator.Load(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Trained long enough on a few crystals, it writes those; and what is encoded is decoded again.</summary>
    [Fact]
    public void It_learns_what_it_is_shown()
    {
        Crystal[] few = [.. Mixed.Take(5)];
        using var generator = CrystalGenerator.Train(few, new() { Width = 32, TokenWidth = 16, Latent = 4, Epochs = 150, BatchSize = 5, LearningRate = 0.02, PriorWeight = 0.1 });
        var formulas = few.Select(crystal => crystal.Composition.ReducedFormula).ToHashSet();
        var written = generator.Sample(60, seed: 1);
        Assert.InRange(written.Count(one => formulas.Contains(one.Crystal.Composition.ReducedFormula)), 50, 60);
        var back = generator.Decode([.. generator.Encode(few).Select(latent => latent!)]);
        Assert.All(generator.Encode(written), latent => Assert.Equal(4, latent.Length)); // what it wrote itself it can always read
        Assert.Equal(few.Select(crystal => crystal.Composition.ReducedFormula), back.Select(one => one.Crystal.Composition.ReducedFormula));
    }

    [Fact]
    public void Octet_compounds_can_all_be_written()
    {
        var records = OctetDataset.Load().Records.Where((_, row) => row % 40 == 0).Select(record => record.Crystal).ToArray();
        using var generator = CrystalGenerator.Untrained(new([.. SymmetricCrystals.Of(records, Small.Tolerance).Select(pair => pair.Crystal!)]), Small);
        var back = generator.RoundTrip(records);
        Assert.DoesNotContain(null, back);
        Assert.All(records.Zip(back), pair => Assert.Equal(pair.First.Density, pair.Second!.Density, 0.003 * pair.First.Density)); // not the volume: C in rocksalt is a smaller cell's
    }

    [Fact]
    public void Bad_input_is_one_clear_error()
    {
        Assert.Contains("None of 0 crystals", Assert.Throws<ArgumentException>(() => CrystalGenerator.Train([], Small)).Message);
        Assert.Contains("Epochs is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new GeneratorOptions { Epochs = 0 }).Message);
        using var generator = CrystalGenerator.Untrained(Words, Small);
        Assert.Contains("this generator's have 3", Assert.Throws<ArgumentException>(() => generator.Decode([[0f, 1f]])).Message);
        Assert.Null(generator.Encode([Prototypes.Bcc("Fe", 2.87)])[0]);
    }
}
