using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Core.Tests.Uncertainty;

/// <summary>Models whose standard deviation comes from dropout or from an evidential head, and intervals for groups never seen.</summary>
public sealed class UncertaintySourceTests : IDisposable
{
    private static readonly IReadOnlyList<StructureRecord> Records =
        [.. from cation in new[] { "Li", "Na", "K", "Mg", "Ca", "Zn" } from anion in new[] { "F", "Cl", "Br", "O", "S", "Se" } from edge in new[] { 4.2, 4.6, 5.0 } select Salt(cation, anion, edge)];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("matnb-uncertainty-");

    [Theory]
    [InlineData(UncertaintySource.Dropout, 1)]
    [InlineData(UncertaintySource.Evidential, 1)]
    [InlineData(UncertaintySource.Evidential, 2)]
    public void A_single_training_spreads_and_its_file_answers_the_same(UncertaintySource source, int members)
    {
        using var model = Learn(new() { Epochs = 2, Source = source, Members = members });
        Assert.IsType<NormalizedConformal>(model.Facts.Intervals);
        var rows = model.Predict(Records);
        Assert.All(rows, row => Assert.True(row.Deviation > 0 && double.IsFinite(row.Deviation)));
        Assert.True(rows.Select(row => row.Deviation).Distinct().Count() > 10);
        var path = Path.Combine(folder.FullName, "model.matnb");
        ModelFile.Write(path, model);
        using var again = ModelFile.Read(path);
        Assert.Equal(source, again.Facts.Source);
        Assert.Equal(rows, again.Predict(Records));
    }

    [Fact]
    public void Evidence_is_four_numbers_in_their_ranges()
    {
        using var model = new EvidentialModel(new GemPpmModel(new() { Width = 8, Layers = 1, Targets = 8 }));
        model.eval();
        var data = TrainingData.Of(Records.Take(5), "volume", new());
        using var batch = MatNotebooks.Graphs.GraphBatch.Of(data.Graphs);
        var rows = model.Evidence(batch).data<float>().ToArray().Chunk(8).ToArray();
        Assert.Equal((2, 5), (model.Targets, rows.Length));
        Assert.All(rows, row => Assert.True(row[2] > 0 && row[3] > 0 && row[4] > 1 && row[5] > 1 && row[6] > 0 && row[7] > 0));
        Assert.Equal(model.call(batch).data<float>().ToArray(), rows.SelectMany(row => row[..2]));
    }

    [Fact]
    public void What_cannot_be_is_named()
    {
        Assert.Contains("ridge is none", Assert.Throws<ArgumentException>(() => Learn(new() { Learner = "ridge", Source = UncertaintySource.Evidential })).Message);
        Assert.Contains("drops nothing at random", Assert.Throws<ArgumentException>(() => Learn(new() { Learner = "cgcnn", Epochs = 1, Source = UncertaintySource.Dropout })).Message);
        Assert.Contains("answers with 2 numbers", Assert.Throws<ArgumentException>(() => new EvidentialModel(new GemPpmModel(new() { Targets = 2 }))).Message);
        Assert.Contains("is extensive", Assert.Throws<ArgumentException>(() => new EvidentialModel(new GemPpmModel(new() { Targets = 4, Readout = new SumReadout() }))).Message);
    }

    [Fact]
    public void Intervals_learned_from_left_out_groups_cover_a_new_group()
    {
        // Twelve groups, each with a scale of its own that the model does not know: exp of a normal with deviation 0.3.
        var random = new Random(8);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
        var held = 0;
        for (var turn = 0; turn < 200; turn++)
        {
            var groups = Enumerable.Range(0, 12).SelectMany(group => Enumerable.Repeat(group, 60)).ToArray();
            var scales = Enumerable.Range(0, 12).Select(_ => Math.Exp(0.3 * Normal())).ToArray();
            double[] deviations = [.. groups.Select(_ => 0.5 + random.NextDouble())];
            double[] errors = [.. groups.Zip(deviations, (group, deviation) => scales[group] * deviation * Normal())];
            var fitted = NewGroupConformal.Fit(errors[..660], deviations[..660], [.. groups[..660].Select(group => $"{group}")]);
            var covered = Enumerable.Range(660, 60).Average(row => Math.Abs(errors[row]) <= fitted.HalfWidth(deviations[row], "new") ? 1.0 : 0);
            if (covered >= 0.85) held++;
        }
        Assert.InRange(held, 170, 200); // nine of ten groups reach 90 %; a few more reach 85 %
        Assert.Contains("2 groups have", Assert.Throws<ArgumentException>(() => NewGroupConformal.Fit(
            [.. Enumerable.Repeat(1.0, 40)], [.. Enumerable.Repeat(1.0, 40)], [.. Enumerable.Range(0, 40).Select(row => $"{row % 2}")])).Message);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static CalibratedModel Learn(CalibratedRecipe recipe) => CalibratedModel.Learn(Records, "volume", "Å³", recipe);

    private static StructureRecord Salt(string cation, string anion, double edge) => new(
        $"{cation}{anion}-{edge}", Prototypes.Rocksalt(cation, anion, edge), new Dictionary<string, JsonElement> { ["volume"] = JsonSerializer.SerializeToElement(edge * edge * edge) });
}
