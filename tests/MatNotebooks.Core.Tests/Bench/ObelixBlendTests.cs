using MatNotebooks.Bench.Tables;
using MatNotebooks.Core.Tests.Training;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Training.Validation;

namespace MatNotebooks.Core.Tests.Bench;

/// <summary>The blend on made-up predictions: two models that err by known amounts.</summary>
public sealed class ObelixBlendTests
{
    private const int Rows = 100;
    private static readonly TaskRows Data = new(SmallData.Of(Rows).Samples, KFolds.Of(Rows, 5, seed: 0, validation: 0)) { Asked = [.. SmallData.Of(3).Samples] };
    private static readonly ObelixBlend Blend = new(new(
        null!, Data, new Dictionary<string, IReadOnlyList<FoldPrediction>> { ["gem-ppm-composition"] = Said(0), ["random-forest"] = Said(2), ["ridge"] = Said(1000) }));

    [Fact]
    public void Forest_and_network_count_alike_and_nothing_else_does()
    {
        Assert.Equal(10, Blend.Trainings);
        Assert.All(Blend.Folds, fold => Assert.Equal(Data.Samples[Data.Splits[fold.Fold].Test[3]].Targets[0] + 1 + Error(3), fold.Test[3, 0], 1e-12));
    }

    [Fact]
    public void Intervals_hold_nine_tenths_of_folds_that_did_not_calibrate_them()
    {
        var folds = Blend.LeaveFoldOut();
        Assert.Equal(5, folds.Count);
        Assert.All(folds, fold => Assert.InRange(fold.Covered, 0.9, 1)); // the same errors in every fold
        Assert.All(Blend.Withheld(), one =>
        {
            Assert.Equal(folds[0].Width, one.Upper - one.Lower, 1e-9);
            Assert.Equal(6, one.Predicted, 1e-9);
        });
    }

    // Errors of a fold, evenly from -1 to 1 by row.
    private static double Error(int row) => (row / 9.5) - 1;

    private static FoldPrediction[] Said(double offset) => [.. Data.Splits.Select((split, fold) =>
    {
        var (test, asked) = (new double[split.Test.Length, 1], new double[3, 1]);
        for (var row = 0; row < split.Test.Length; row++) test[row, 0] = Data.Samples[split.Test[row]].Targets[0] + offset + Error(row);
        for (var row = 0; row < 3; row++) asked[row, 0] = 5 + offset;
        return new FoldPrediction(fold, 0, test, asked, TimeSpan.Zero);
    })];
}
