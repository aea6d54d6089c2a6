using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Crystals;
using MatNotebooks.Training;
using MatNotebooks.Training.Targets;

namespace MatNotebooks.Core.Tests.Training.Targets;

public sealed class TargetTransformTests
{
    private static readonly TargetTransform[] All = [new StandardizedTargets(), new LogarithmicTargets(), new ElementReferencedTargets(), new PerAtomTargets(new StandardizedTargets())];

    [Fact]
    public void What_a_network_answers_is_turned_back_into_the_target() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt>(),
        seed => All.All(transform =>
        {
            var data = Random(seed.Get);
            var map = transform.Fit(data);
            return data.Samples.All(sample =>
                Math.Abs(map.FromModel(sample, 0, map.ToModel(sample, 0, sample.Targets[0])) - sample.Targets[0]) < 1e-9 * sample.Targets[0]);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void Networks_learn_numbers_of_mean_0_and_deviation_1()
    {
        foreach (var transform in All)
        {
            var data = Random(1);
            var map = transform.Fit(data);
            var learned = data.Samples.Select(sample => map.ToModel(sample, 0, sample.Targets[0])).ToArray();
            Assert.Equal(0, learned.Average(), 1e-9);
            Assert.Equal(1, learned.Average(value => value * value), 1e-9);
        }
    }

    [Fact]
    public void References_of_elements_are_found_where_the_target_is_their_mean()
    {
        var known = new Dictionary<string, double> { ["Na"] = -1.3, ["K"] = -0.9, ["Cl"] = -1.8, ["Br"] = -1.6 };
        Sample[] samples = [.. from cation in new[] { "Na", "K" } from anion in new[] { "Cl", "Br" } select
            new Sample(cation + anion, Prototype.Rocksalt.Primitive(cation, anion, 6), [(known[cation] + known[anion]) / 2])];
        var map = (ReferencedMap)new ElementReferencedTargets { Ridge = 1e-9 }.Fit(TrainingData.Of(samples, new() { Cutoff = 4 }));
        Assert.All(samples, sample => Assert.Equal(sample.Targets[0], map.ReferenceOf(sample, 0), 1e-6));
    }

    [Fact]
    public void A_logarithm_of_nothing_names_the_record() => Assert.Contains(
        "zero",
        Assert.Throws<ArgumentException>(() => new LogarithmicTargets().Fit(
            TrainingData.Of([new Sample("zero", Prototype.Rocksalt.Primitive("Na", "Cl", 5.6), [0])], new() { Cutoff = 4 }))).Message);

    private static TrainingData Random(int seed)
    {
        var random = new Random(seed);
        string[] elements = ["Li", "Na", "Mg", "O", "S", "Cl"];
        return TrainingData.Of(
            Enumerable.Range(0, 12).Select(row => new Sample(
                $"{row}",
                Prototype.Zincblende.Primitive(elements[random.Next(6)], elements[random.Next(6)], 5),
                [Math.Exp(4 * random.NextDouble())])),
            new() { Cutoff = 3 });
    }
}
