using System.Text.Json;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Metrics;
using MatNotebooks.Models;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Core.Tests.Training;

/// <summary>Classes as what is learned.</summary>
public sealed class ClassTargetTests
{
    private static readonly StructureRecord[] Salts =
    [
        .. from cation in new[] { "Li", "Na", "K", "Mg", "Ca", "Sr", "Zn" } from anion in new[] { "F", "Cl", "Br", "O", "S", "Se" } from edge in new[] { 4.6, 5.6 }
           select Record($"{cation}{anion}-{edge}", cation, anion, edge, anion is "O" or "S" or "Se" ? "chalcogenide" : "halide"),
    ];

    private static readonly NetworkLearner Small = new(
        "gem-ppm", (seed, data) => new GemPpmModel(new() { Width = 16, Layers = 1, Dropout = 0, Targets = data.Outputs, Seed = seed }), PropertyStudy.Recipe(12) with { BatchSize = 8 });

    [Theory]
    [InlineData("gem-ppm")]
    [InlineData("composition")]
    [InlineData("ridge")]
    [InlineData("random-forest")]
    public void A_class_is_learned_and_answered_with_probabilities(string learner)
    {
        var data = TrainingData.Of(Salts, new ClassLabel("kind"), PropertyStudy.Neighbors);
        Assert.Equal(["chalcogenide", "halide"], data.Classes);
        var train = data.At(Enumerable.Range(0, data.Count).Where(row => row % 5 != 0));
        var test = data.At(Enumerable.Range(0, data.Count).Where(row => row % 5 == 0));
        using var predictor = (learner == "gem-ppm" ? Small : PropertyStudy.Learner(learner, epochs: 12)).Learn(train, test, 0);
        var predicted = predictor.Predict(test);
        for (var row = 0; row < test.Count; row++)
        {
            Assert.Equal(1, predicted[row, 0] + predicted[row, 1], 1e-9);
            Assert.InRange(predicted[row, 0], 0, 1);
        }
        var score = ClassScore.Of(predicted, [.. test.Samples.Select(sample => (int)sample.Targets[0])]);
        Assert.True(score.Accuracy > 0.9 && score.RocAuc > 0.95, score.ToString());
    }

    [Fact]
    public void Validation_goes_by_the_probability_of_the_right_class()
    {
        var data = TrainingData.Of(Salts, new ClassLabel("kind"), PropertyStudy.Neighbors);
        var certain = new double[data.Count, 2];
        for (var row = 0; row < data.Count; row++) certain[row, (int)data.Samples[row].Targets[0]] = 0.8;
        Assert.Equal(-Math.Log(0.8), new ValidationError(data).Of(certain, data), 1e-12);
    }

    [Fact]
    public void What_looks_like_a_class_is_told_from_numbers()
    {
        Assert.True(new ClassLabel("kind").Fits(Salts));
        Assert.True(new ClassLabel("metal").Fits(Salts));
        Assert.True(new ClassLabel("flag").Fits(Salts));
        Assert.False(new ClassLabel("edge").Fits(Salts));
        Assert.False(new ClassLabel("nothing").Fits(Salts));
        Assert.Equal("1", new ClassLabel("metal").Of(Salts[0]));
        Assert.Equal(["0", "1", "10"], TrainingData.Of([Of("10.0"), Of("1"), Of("0")], new ClassLabel("kind"), PropertyStudy.Neighbors).Classes);
        Assert.Equal(["10", "9", "b"], TrainingData.Of([Of("b"), Of("9"), Of("10")], new ClassLabel("kind"), PropertyStudy.Neighbors).Classes);
    }

    [Fact]
    public void One_class_alone_and_a_record_without_one_are_named()
    {
        Assert.Contains("at least 2 classes", Assert.Throws<ArgumentException>(() => TrainingData.Of([Of("a"), Of("a")], new ClassLabel("kind"), PropertyStudy.Neighbors)).Message);
        Assert.Contains("\"kind\" is missing", Assert.Throws<BadRecordException>(() => TrainingData.Of([Of("a"), Of("")], new ClassLabel("kind"), PropertyStudy.Neighbors)).Message);
    }

    private static StructureRecord Of(string kind) => Record("one", "Na", "Cl", 5.6, kind);

    private static StructureRecord Record(string id, string cation, string anion, double edge, string kind) => new(
        id, Prototype.Rocksalt.Primitive(cation, anion, edge), new Dictionary<string, JsonElement>
        {
            ["kind"] = JsonSerializer.SerializeToElement(kind), ["metal"] = JsonDocument.Parse("1.0").RootElement,
            ["flag"] = JsonSerializer.SerializeToElement(edge > 5), ["edge"] = JsonSerializer.SerializeToElement(edge),
        });
}
