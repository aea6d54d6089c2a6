using System.Text.Json;
using System.Text.Json.Nodes;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Training;
using MatNotebooks.Training.Studies;
using MatNotebooks.Training.Targets;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Core.Tests.Uncertainty;

/// <summary>A model with intervals: learned, judged, kept in a file and read again.</summary>
public sealed class CalibratedModelTests : IDisposable
{
    private static readonly IReadOnlyList<StructureRecord> Records = Salts(["Li", "Na", "K", "Rb", "Mg", "Ca", "Sr", "Zn"], ["F", "Cl", "Br", "O", "S", "Se"]);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("matnb-model-");

    private string File => Path.Combine(folder.FullName, "model.matnb");

    public static TheoryData<string> Learners => [.. PropertyStudy.Learners];

    [Theory]
    [MemberData(nameof(Learners))]
    public void What_is_read_from_its_file_answers_as_what_was_written(string learner)
    {
        var members = learner == "gem-ppm" ? 2 : 1;
        using var model = Learn(new() { Learner = learner, Epochs = 1, Members = members, Seed = 3 });
        ModelFile.Write(File, model, new JsonObject { ["commit"] = "abc" });
        using var again = ModelFile.Read(File);
        Assert.Equal(model.Predict(Records), again.Predict(Records));
        Assert.Equal(("volume", "Å³", learner, "abc"), (again.Facts.Target, again.Facts.Unit, again.Facts.Learner, (string?)again.Facts.Provenance!["commit"]));
        Assert.Equal(model.Facts.Judged, again.Facts.Judged);
        Assert.Equal(members > 1, again.Facts.Intervals is NormalizedConformal);
        Assert.Equal(members, again.Members.Count);
    }

    [Fact]
    public void Intervals_hold_about_their_promise_on_formulas_never_seen()
    {
        using var model = Learn(new() { Learner = "ridge", Split = "random" });
        var judged = model.Facts.Judged!;
        Assert.InRange(judged.Coverage, 0.75, 1); // a tenth of the rows: 90 % give or take
        Assert.True(judged.MeanAbsoluteError.Value < judged.Width);
        Assert.Null(judged.Spearman);
        Assert.Equal(Records.Count, model.Facts.Trained + model.Facts.Calibrated + judged.Count);
    }

    [Fact]
    public void Two_crystals_of_one_id_are_refused() => Assert.Contains(
        $"2 crystals have the id '{Records[3].Id}'",
        Assert.Throws<ArgumentException>(() => CalibratedModel.Learn([.. Records, Records[3]], "volume", "Å³", new() { Learner = "ridge" })).Message);

    [Fact]
    public void A_strange_crystal_is_flagged_with_the_reason_and_its_interval_widened()
    {
        using var model = Learn(new() { Learner = "ridge" });
        var uranium = Salt("U", "N", 4.9);
        var huge = new StructureRecord("huge", Prototypes.Rocksalt("Na", "Cl", 40), new Dictionary<string, JsonElement>());
        var rows = model.Predict([Records[0], uranium, huge]);
        Assert.True(rows[0].InsideDomain);
        Assert.Equal("U, N never trained on", rows[1].Outside);
        Assert.Contains("from the nearest training crystal", rows[2].Outside);
        Assert.Equal(2 * (rows[0].Upper - rows[0].Lower), rows[2].Upper - rows[2].Lower, 1e-9);
        Assert.Empty(model.Predict([]));
    }

    [Fact]
    public void Training_that_was_stopped_goes_on_and_ends_the_same_bit_for_bit()
    {
        var recipe = new CalibratedRecipe { Learner = "gem-ppm", Epochs = 3, Members = 2, Seed = 1, Checkpoints = Path.Combine(folder.FullName, "checkpoints") };
        using var whole = Learn(recipe with { Checkpoints = null });
        using var stop = new CancellationTokenSource();
        var seen = 0;
        Assert.Throws<OperationCanceledException>(() => CalibratedModel.Learn(Records, "volume", "Å³", recipe, new Told(() => { if (++seen == 4) stop.Cancel(); }), stop.Token));
        using var resumed = Learn(recipe);
        Assert.Equal(whole.Predict(Records), resumed.Predict(Records));
    }

    [Fact]
    public void Dropout_spreads_and_the_same_seed_spreads_alike()
    {
        using var model = Learn(new() { Learner = "gem-ppm", Epochs = 1 });
        var data = TrainingData.Of(Records.Take(6), "volume", new());
        var trained = (TrainedModel)model.Members[0];
        var (first, again) = (Spread.OfDropout(trained, data, passes: 5, seed: 4), Spread.OfDropout(trained, data, passes: 5, seed: 4));
        Assert.Equal(first.Mean, again.Mean);
        Assert.All(first.Deviation, deviation => Assert.True(deviation > 0));
        Assert.Equal(trained.Predict(data), trained.Predict(data)); // at rest again
        Assert.Throws<ArgumentOutOfRangeException>(() => Spread.OfDropout(trained, data, passes: 1));
    }

    [Fact]
    public void A_file_that_is_no_model_or_a_torn_one_says_so()
    {
        Assert.Contains("There is no model", Assert.Throws<FileNotFoundException>(() => ModelFile.Read(File)).Message);
        System.IO.File.WriteAllText(File, "no archive");
        Assert.Contains("is no whole model", Assert.Throws<InvalidDataException>(() => ModelFile.Read(File)).Message);
        using var model = Learn(new() { Learner = "composition", Epochs = 1 });
        ModelFile.Write(File, model);
        var bytes = System.IO.File.ReadAllBytes(File);
        var random = new Random(3);
        for (var turn = 0; turn < 40; turn++)
        {
            var torn = bytes.ToArray();
            if (turn % 2 == 0) torn = torn[..random.Next(torn.Length)];
            else for (var at = random.Next(torn.Length - 64); at % 64 != 63; at++) torn[at] ^= 0x5a;
            System.IO.File.WriteAllBytes(File, torn);
            Assert.StartsWith($"{File} is no whole model: ", Assert.Throws<InvalidDataException>(() => ModelFile.Read(File)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Energies_per_atom_are_learned_from_references_of_their_elements()
    {
        using var energy = CalibratedModel.Learn(Records, "volume", "eV/atom", new() { Learner = "composition", Epochs = 1 });
        using var other = Learn(new() { Learner = "composition", Epochs = 1 });
        Assert.IsType<ReferencedMap>(((TrainedModel)energy.Members[0]).Targets);
        Assert.IsType<AffineMap>(((TrainedModel)other.Members[0]).Targets);
    }

    [Fact]
    public void Too_few_crystals_and_unknown_words_are_named()
    {
        Assert.Contains("coverage needs at least 9", Assert.Throws<ArgumentException>(() => CalibratedModel.Learn([.. Records.Take(20)], "volume", "Å³", new() { Split = "random" })).Message);
        Assert.Contains("no learner 'oracle'", Assert.Throws<ArgumentException>(() => Learn(new() { Learner = "oracle" })).Message);
        Assert.Contains("Members is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new CalibratedRecipe { Members = 0 }).Message);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static CalibratedModel Learn(CalibratedRecipe recipe) => CalibratedModel.Learn(Records, "volume", "Å³", recipe);

    private static IReadOnlyList<StructureRecord> Salts(string[] cations, string[] anions) =>
        [.. from cation in cations from anion in anions from edge in new[] { 4.2, 4.8, 5.4 } select Salt(cation, anion, edge)];

    private static StructureRecord Salt(string cation, string anion, double edge) => new(
        $"{cation}{anion}-{edge}", Prototypes.Rocksalt(cation, anion, edge), new Dictionary<string, JsonElement> { ["volume"] = JsonSerializer.SerializeToElement(edge * edge * edge) });

    private sealed class Told(Action act) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => act();
    }
}
