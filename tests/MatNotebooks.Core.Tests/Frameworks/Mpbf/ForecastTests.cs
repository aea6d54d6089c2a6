using MatNotebooks.Frameworks.Mpbf.Quantities;

namespace MatNotebooks.Core.Tests.Frameworks.Mpbf;

public sealed class ForecastTests
{
    private static readonly string[] Tasks = ["a", "b", "c", "d", "e", "f"];

    [Fact]
    public void The_quantities_are_the_papers()
    {
        TransferMeasurement measured = new(3, 0.5, 0.4, 0.2, 0.6, -0.1, 4, 0.7);
        Assert.Equal((2 * 3) - (3 * 0.5), new BoundaryShift(2, 3).Of(measured), 1e-12);
        Assert.Equal((2 * 0.4) - (3 * 0.2), new AbstractionIntegrity(2, 3).Of(measured), 1e-12);
        Assert.Equal((2 * 0.6) + (3 * -0.1), new SteeringFidelity(2, 3).Of(measured), 1e-12);
        Assert.Equal((2 * 4) - (3 * 0.7), new ScaleTradeOff(2, 3).Of(measured), 1e-12);
    }

    [Fact]
    public void Coefficients_are_found_again()
    {
        TransferForecast truth = new(0.1, new(0.05, 0.2), new(0.6, 0.3), new(0.4, 0.7), new(0.02, 0.15));
        var measured = Pairs(_ => 0).Select(pair => pair.Measured).ToArray();

        var found = TransferForecast.Fit(measured, [.. measured.Select(truth.Of)]);

        Assert.Equal(0.6, found.Abstraction.Gamma, 0.02);
        Assert.Equal(0.2, found.Boundary.Beta, 0.02);
        Assert.Equal(0.15, found.Scale.Theta, 0.02);
        Assert.Equal(truth.Of(measured[0]), found.Of(measured[0]), 0.01);
    }

    [Fact]
    public void A_task_is_forecast_without_its_own_gains()
    {
        var before = ForecastStudy.LeaveOneTaskOut(Pairs(measured => measured.ProbePower - 0.5));
        var after = ForecastStudy.LeaveOneTaskOut([.. Pairs(measured => measured.ProbePower - 0.5).Select(pair => pair.Task == "c" || pair.Source == "c" ? pair with { Gain = 100 } : pair)]);

        foreach (var (one, other) in before.Where(each => each.Pair.Task == "c").Zip(after.Where(each => each.Pair.Task == "c")))
        {
            Assert.Equal(one.Framework, other.Framework, 1e-12);
            Assert.Equal(one.ByCorrelation, other.ByCorrelation, 1e-12);
            Assert.Equal(one.ByNearestTask, other.ByNearestTask, 1e-12);
        }
        Assert.All(before, each => Assert.True(each.Pair.Task != each.Pair.Source));
    }

    [Fact]
    public void What_follows_the_quantities_is_forecast_with_the_right_sign()
    {
        var forecasts = ForecastStudy.LeaveOneTaskOut(Pairs(measured => measured.ProbePower - 0.5));
        var score = ForecastScore.Of(forecasts, each => each.Framework, 1);
        Assert.True(score.SignAccuracy > 0.9);
        Assert.True(score.RankCorrelation > 0.95);
        Assert.True(ForecastScore.Of(forecasts, each => each.ByCorrelation, 1).RankCorrelation < score.RankCorrelation);
    }

    [Fact]
    public void Too_little_to_fit_is_refused()
    {
        var pairs = Pairs(_ => 0.1);
        Assert.Contains("at least 20", Assert.Throws<ArgumentException>(() => TransferForecast.Fit([.. pairs.Take(5).Select(pair => pair.Measured)], [1, 2, 3, 4, 5])).Message);
        Assert.Contains("at least 4", Assert.Throws<ArgumentException>(() => ForecastStudy.LeaveOneTaskOut([.. pairs.Where(pair => pair.Task is "a" or "b")])).Message);
        Assert.Contains("finite", Assert.Throws<ArgumentException>(() => TransferForecast.Fit([.. pairs.Select(pair => pair.Measured)], [.. pairs.Select(_ => double.NaN)])).Message);
    }

    private static TransferPair[] Pairs(Func<TransferMeasurement, double> gain)
    {
        var random = new Random(7);
        return [.. from task in Tasks from source in Tasks select Pair(task, source)];

        TransferPair Pair(string task, string source)
        {
            var drawn = Enumerable.Range(0, 8).Select(_ => random.NextDouble()).ToArray();
            TransferMeasurement measured = new(5 * drawn[0], drawn[1], drawn[2], drawn[3], drawn[4], (2 * drawn[5]) - 1, 3 + drawn[6], drawn[7]);
            return new(task, source, 100, gain(measured), 0, random.NextDouble(), measured);
        }
    }
}
