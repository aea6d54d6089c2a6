using MatNotebooks.Core.Tests.Training;
using MatNotebooks.Crystals;
using MatNotebooks.Interpretability;
using MatNotebooks.Models;
using MatNotebooks.Models.Baselines;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Training.Targets;
using Xunit.Abstractions;

namespace MatNotebooks.Core.Tests.Interpretability;

/// <summary>Contributions of atoms and bonds: that they add up, are those of the network, and respect symmetry.</summary>
public sealed class AttributionTests(ITestOutputHelper output)
{
    private static readonly TrainingData Data = SmallData.Of(24);
    private static readonly Lazy<TrainedModel> Trained = new(() => Fit(SmallData.Model(), epochs: 40));

    public static TheoryData<string> Networks => ["gem-ppm", "joint", "cgcnn", "schnet", "composition", "evidential", "logarithmic"];

    [Theory, MemberData(nameof(Networks))]
    public void Integrated_gradients_add_up_to_the_prediction_less_the_baseline(string network)
    {
        using var trained = Of(network);
        for (var row = 0; row < 3; row++)
        {
            var found = new IntegratedGradients().Explain(trained, Data, row);
            Assert.Equal(trained.Predict(Data.At([row]))[0, 0], found.Prediction, 1e-4);
            Assert.InRange(Math.Abs(found.Remainder!.Value), 0, 1e-3 * Math.Max(0.1, Math.Abs(found.Prediction - found.Baseline!.Value)));
            Assert.Contains(found.Atoms, value => Math.Abs(value) > 1e-6);
            Assert.Equal(network != "composition", found.Bonds.Any(value => Math.Abs(value) > 1e-9));
        }
    }

    [Fact]
    public void The_slope_of_fading_is_the_numeric_one()
    {
        var trained = Trained.Value;
        double At(double share) => FadingCrystal.At(trained, Data, 0, 0, [share]).Answers[0][0];
        var (_, atoms, shells) = FadingCrystal.At(trained, Data, 0, 0, [0.6]);
        // Every atom and bond fades alike, so that the slope along the way is the sum of all.
        Assert.Equal((At(0.61) - At(0.59)) / 0.02, atoms[0].Sum() + shells[0].Sum(), 1e-3);
        Assert.Equal(trained.Predict(Data)[0, 0], new GradientSaliency().Explain(trained, Data).Prediction, 1e-4);
    }

    [Fact]
    public void Equal_atoms_and_bonds_contribute_equally()
    {
        var crystal = Prototype.Rocksalt.Primitive("Na", "Cl", 4.6);
        var data = TrainingData.Of([new Sample("NaCl", crystal.Supercell(2, 1, 1), [4.6])], new() { Cutoff = 5, MaxNeighbors = null });
        foreach (AttributionMethod method in new AttributionMethod[] { new IntegratedGradients(), new GradientSaliency(), new AttentionWeights() })
        {
            var found = method.Explain(Trained.Value, data);
            foreach (var kind in data.Samples[0].Crystal.Sites.Select((site, atom) => (site.Element, Value: found.Atoms[atom])).GroupBy(site => site.Element))
                Assert.InRange(kind.Max(site => site.Value) - kind.Min(site => site.Value), 0, 1e-5);
            // Those that one kind of atom hears from the same distance.
            var bonds = Enumerable.Range(0, found.Bonds.Length).GroupBy(bond => (data.Samples[0].Crystal.Sites[found.Receivers[bond]].Element, Length(found.Displacements[bond])));
            foreach (var shell in bonds) Assert.InRange(shell.Max(bond => found.Bonds[bond]) - shell.Min(bond => found.Bonds[bond]), 0, 1e-5);
        }
    }

    [Fact]
    public void Explaining_leaves_the_network_as_it_was()
    {
        var before = Trained.Value.Predict(Data);
        new IntegratedGradients().Explain(Trained.Value, Data);
        RandomizationTest.Of(new IntegratedGradients(8), Trained.Value, Data.At([0, 1]));
        Assert.Equal(before, Trained.Value.Predict(Data));
        Assert.False(Trained.Value.Model.training);
        Assert.All(Trained.Value.Model.parameters(), parameter => Assert.True(parameter.requires_grad));
    }

    public static TheoryData<AttributionMethod, double> Methods => new() { { new IntegratedGradients(), 0.9 }, { new GradientSaliency(), 0.95 } };

    [Theory, MemberData(nameof(Methods))]
    public void Explanations_change_when_the_weights_are_shuffled(AttributionMethod method, double most)
    {
        var test = RandomizationTest.Of(method, Trained.Value, Data.At(Enumerable.Range(0, 12)), seed: 3);
        Assert.Equal("nodes", test.Stages[^1].Part);
        Assert.True(test.Stages.Count >= 4);
        foreach (var stage in test.Stages) output.WriteLine($"{test.Method}, {stage.Part}: atoms {stage.Atoms:F2}, bonds {stage.Bonds:F2}");
        Assert.InRange(test.Stages.Min(stage => stage.Bonds), -1, most);
        Assert.InRange(test.Stages.Min(stage => stage.Atoms), -1, most);
    }

    [Fact]
    public void Attention_is_found_out_to_tell_more_of_distances_than_of_what_was_learned()
    {
        // It fades out with distance whatever the weights are: the ranks of bonds hardly change when every weight is shuffled.
        var test = RandomizationTest.Of(new AttentionWeights(), Trained.Value, Data.At(Enumerable.Range(0, 12)), seed: 3);
        Assert.InRange(test.Stages[^1].Bonds, 0.95, 1);
    }

    [Fact]
    public void What_cannot_be_explained_is_named()
    {
        using var sequence = Fit(new LstmModel(new() { Width = 8 }));
        Assert.Contains("reads crystals as sequences", Assert.Throws<NotSupportedException>(() => new IntegratedGradients().Explain(sequence, Data)).Message);
        Assert.Contains("has no attention", Assert.Throws<NotSupportedException>(() => new AttentionWeights().Explain(sequence, Data)).Message);
        Assert.Contains("row is 99", Assert.Throws<ArgumentOutOfRangeException>(() => new IntegratedGradients().Explain(Trained.Value, Data, 99)).Message);
        Assert.Contains("target is 2", Assert.Throws<ArgumentOutOfRangeException>(() => new IntegratedGradients().Explain(Trained.Value, Data, 0, 2)).Message);
        Assert.Contains("layers 0 to 0", Assert.Throws<ArgumentOutOfRangeException>(() => new AttentionWeights(5).Explain(Trained.Value, Data)).Message);
        Assert.Contains("Points is 1", Assert.Throws<ArgumentOutOfRangeException>(() => new IntegratedGradients(1).Explain(Trained.Value, Data)).Message);
    }

    private static double Length(float[] step) => Math.Round(Math.Sqrt(step.Sum(value => (double)value * value)), 3);

    private static TrainedModel Of(string network) => network switch
    {
        "gem-ppm" => Fit(SmallData.Model()),
        "joint" => Fit(new GemPpmModel(new() { Width = 8, Layers = 2, Readout = new JointReadout() })),
        "cgcnn" => Fit(new CgcnnModel(new() { Width = 8 })),
        "schnet" => Fit(new SchNetModel(new() { Width = 8 })),
        "composition" => Fit(new CompositionModel(new() { Width = 8 })),
        "logarithmic" => Fit(SmallData.Model(), new LogarithmicTargets()),
        _ => (TrainedModel)new NetworkLearner(network, (seed, data) => new GemPpmModel(new() { Width = 8, Layers = 1, Targets = data.Targets, Seed = seed }), new() { Epochs = 2 })
            .Evidential().Learn(Data, Data, 0),
    };

    private static TrainedModel Fit(PropertyModel model, TargetTransform? targets = null, int epochs = 2) =>
        new Trainer(new() { Epochs = epochs, Targets = targets ?? new StandardizedTargets() }).Fit(model, Data, Data).Model;
}
