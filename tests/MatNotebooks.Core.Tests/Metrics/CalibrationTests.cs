using System.Text.Json;
using MatNotebooks.Metrics;

namespace MatNotebooks.Core.Tests.Metrics;

/// <summary>Against scikit-learn and numpy (tests/References/projections.py).</summary>
public sealed class CalibrationTests
{
    private static readonly JsonElement Reference =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "References", "projections.json"))).RootElement;

    [Fact]
    public void Coverage_area_sharpness_and_likelihood_are_numpys()
    {
        var row = Reference.GetProperty("reliability");
        double[] Column(string name) => row.GetProperty(name).Deserialize<double[]>()!;
        var found = IntervalCalibration.Of(Column("predicted"), Column("deviation"), Column("actual"));
        Assert.Equal(99, found.Expected.Length);
        foreach (var (theirs, ours) in Column("observed").Zip(found.Observed)) Assert.Equal(theirs, ours, 1e-6);
        Assert.Equal(row.GetProperty("area").GetDouble(), found.MiscalibrationArea, 1e-7);
        Assert.Equal(row.GetProperty("sharpness").GetDouble(), found.Sharpness, 1e-9);
        Assert.Equal(row.GetProperty("nll").GetDouble(), found.NegativeLogLikelihood, 1e-9);
        Assert.True(found.SignedArea < -0.05, "uncertainties too small by a third are overconfident");
    }

    [Fact]
    public void Reliability_of_probabilities_is_scikit_learns()
    {
        var row = Reference.GetProperty("classes");
        double[] Column(string name) => row.GetProperty(name).Deserialize<double[]>()!;
        var found = ClassCalibration.Of(Column("probability"), [.. Column("happened").Select(value => value == 1)]);
        Assert.Equal(Column("shares").Length, found.Bins.Length);
        foreach (var (theirs, ours) in Column("shares").Zip(found.Bins)) Assert.Equal(theirs, ours.Share, 1e-9);
        foreach (var (theirs, ours) in Column("means").Zip(found.Bins)) Assert.Equal(theirs, ours.Probability, 1e-9);
        Assert.Equal(row.GetProperty("ece").GetDouble(), found.ExpectedError, 1e-9);
        Assert.Equal(row.GetProperty("brier").GetDouble(), found.BrierScore, 1e-9);
    }

    [Fact]
    public void Bad_columns_are_named()
    {
        Assert.Contains("standard deviation of row 1 is 0", Assert.Throws<ArgumentException>(() => IntervalCalibration.Of([1, 2], [1, 0], [1, 2])).Message);
        Assert.Contains("probability of row 0 is 1.5", Assert.Throws<ArgumentException>(() => ClassCalibration.Of([1.5], [true])).Message);
    }
}
