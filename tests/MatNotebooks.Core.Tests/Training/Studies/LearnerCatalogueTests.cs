using MatNotebooks.Training;
using MatNotebooks.Training.Studies;

namespace MatNotebooks.Core.Tests.Training.Studies;

public sealed class LearnerCatalogueTests
{
    private static readonly TrainingData Crystals = SmallData.Of(32);

    public static TheoryData<string> Names => [.. LearnerCatalogue.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_learner_learns_what_can_be_learned(string name)
    {
        using var learned = LearnerCatalogue.Find(name, Recipe(epochs: 40)).Learn(Crystals, Crystals, seed: 1);
        var (said, known) = (learned.Predict(Crystals), Crystals.Values());
        var error = known.Select((value, row) => Math.Abs(said[row, 0] - value)).Average();
        var ofTheMean = known.Average(value => Math.Abs(value - known.Average()));
        Assert.True(error < 0.5 * ofTheMean, $"{name}: mean absolute error {error} Å, of the mean {ofTheMean} Å");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_learns_the_same_bits(string name)
    {
        double[,] Said(int seed)
        {
            using var learned = LearnerCatalogue.Find(name, Recipe(epochs: 2)).Learn(Crystals, Crystals, seed);
            return learned.Predict(Crystals);
        }
        var first = Said(3);
        Assert.Equal(first, Said(3));
        if (name != "ridge") Assert.NotEqual(first, Said(4)); // nothing in ridge regression is random
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_there_are() => Assert.Equal(
        "There is no learner 'lsmt'; there are " + string.Join(", ", LearnerCatalogue.Names) + ".",
        Assert.Throws<ArgumentException>(() => LearnerCatalogue.Find("lsmt", new())).Message);

    private static TrainerOptions Recipe(int epochs) => PropertyStudy.Recipe(epochs) with { BatchSize = 8 };
}
