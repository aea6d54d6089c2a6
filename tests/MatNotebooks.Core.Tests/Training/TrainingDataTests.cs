using MatNotebooks.Crystals;
using MatNotebooks.Training;

namespace MatNotebooks.Core.Tests.Training;

public sealed class TrainingDataTests
{
    private static readonly Crystal Salt = Prototype.Rocksalt.Primitive("Na", "Cl", 5.6);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_target_that_is_not_finite_is_refused_with_the_name_of_its_record(double target)
    {
        Sample[] samples = [new("first", Salt, [1.0]), new("mp-42", Salt, [target])];
        var message = Assert.Throws<ArgumentException>(() => TrainingData.Of(samples, new())).Message;
        Assert.Contains("mp-42", message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_condition_that_is_not_finite_is_refused_with_the_name_of_its_record() => Assert.Contains(
        "mp-7",
        Assert.Throws<ArgumentException>(() => TrainingData.Of([new Sample("mp-7", Salt, [1]) { Conditions = [double.NaN] }], new())).Message);

    [Fact]
    public void Records_of_different_width_are_refused() => Assert.Contains(
        "second has 2 targets",
        Assert.Throws<ArgumentException>(() => TrainingData.Of([new("first", Salt, [1]), new("second", Salt, [1, 2])], new())).Message);

    [Fact]
    public void A_part_shares_the_graphs_of_the_whole()
    {
        var whole = SmallData.Of(5);
        var part = whole.At([3, 1]);
        Assert.Equal([whole.Samples[3].Id, whole.Samples[1].Id], part.Samples.Select(sample => sample.Id));
        Assert.Same(whole.Graphs[1], part.Graphs[1]);
    }
}
