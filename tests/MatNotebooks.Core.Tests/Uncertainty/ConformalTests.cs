using MatNotebooks.Uncertainty;

namespace MatNotebooks.Core.Tests.Uncertainty;

/// <summary>The promise of conformal intervals is exact: it is held to that on drawn data.</summary>
public sealed class ConformalTests
{
    private const int Draws = 400;

    [Theory]
    [InlineData(0.9, 30)]
    [InlineData(0.9, 99)]
    [InlineData(0.5, 20)]
    [InlineData(0.95, 200)]
    public void New_values_fall_within_as_often_as_promised(double coverage, int calibrated)
    {
        // Over draws of calibration data the share is between coverage and coverage + 1/(n + 1), whatever the distribution.
        var random = new Random(5);
        var within = Enumerable.Range(0, Draws).Average(_ =>
        {
            var intervals = SplitConformal.Fit(Enumerable.Range(0, calibrated).Select(_ => Heavy(random)), coverage);
            return Enumerable.Range(0, 200).Count(_ => Math.Abs(Heavy(random)) <= intervals.HalfWidth(0, "")) / 200.0;
        });
        Assert.InRange(within, coverage - 0.012, coverage + (1.0 / (calibrated + 1)) + 0.012);
    }

    [Fact]
    public void The_radius_is_the_ranked_error()
    {
        var errors = Enumerable.Range(1, 19).Select(value => value % 2 == 0 ? (double)value : -value);
        Assert.Equal(18, SplitConformal.Fit(errors, 0.9).Radius); // ceil(20 × 0.9) = 18th smallest of 1 to 19
        Assert.Equal(10, SplitConformal.Fit(errors, 0.5).Radius);
        Assert.Equal(9, ConformalIntervals.Least(0.9));
        Assert.Equal(19, ConformalIntervals.Least(0.95));
    }

    [Fact]
    public void Normalized_intervals_are_wide_where_the_model_is_unsure_and_hold_the_promise_there_too()
    {
        var random = new Random(6);
        var deviations = Enumerable.Range(0, 4000).Select(_ => 0.1 + random.NextDouble()).ToArray();
        var errors = deviations.Select(deviation => deviation * Normal(random)).ToArray();
        var half = errors.Length / 2;
        var intervals = NormalizedConformal.Fit(errors[..half], deviations[..half]);
        Assert.True(intervals.HalfWidth(1, "") > 3 * intervals.HalfWidth(0.2, ""));
        foreach (var unsure in new[] { true, false })
        {
            var rows = Enumerable.Range(half, half).Where(row => deviations[row] > 0.6 == unsure).ToArray();
            Assert.InRange(rows.Average(row => Math.Abs(errors[row]) <= intervals.HalfWidth(deviations[row], "") ? 1.0 : 0), 0.86, 0.94);
        }
    }

    [Fact]
    public void Two_members_that_agree_by_chance_do_not_make_intervals_wide()
    {
        var random = new Random(8);
        var (covered, width, plain) = (0.0, 0.0, 0.0);
        const int Draws = 300;
        for (var draw = 0; draw < Draws; draw++)
        {
            double[] errors = [.. Enumerable.Range(0, 188).Select(_ => Normal(random))];
            double[] deviations = [.. errors.Select(_ => Math.Abs(Normal(random)))]; // of two, whatever the error
            var intervals = NormalizedConformal.Fit(errors[..88], deviations[..88]);
            covered += errors.Skip(88).Zip(deviations.Skip(88), (error, deviation) => Math.Abs(error) <= intervals.HalfWidth(deviation, "") ? 1.0 : 0).Average() / Draws;
            width += deviations.Skip(88).Average(deviation => intervals.HalfWidth(deviation, "")) / Draws;
            plain += SplitConformal.Fit(errors[..88]).Radius / Draws;
        }
        Assert.InRange(covered, 0.89, 0.94);
        Assert.True(width < 1.25 * plain, $"{width} is wide beside {plain}");
    }

    [Fact]
    public void Groups_hold_the_promise_each_and_unknown_ones_get_the_widest()
    {
        var random = new Random(7);
        var groups = Enumerable.Range(0, 3000).Select(row => row % 3 == 0 ? "oxide" : "nitride").ToArray();
        var errors = groups.Select(group => Normal(random) * (group == "oxide" ? 5 : 0.5)).ToArray();
        var intervals = GroupConformal.Fit(errors[..1500], groups[..1500]);
        foreach (var group in new[] { "oxide", "nitride" })
            Assert.InRange(Enumerable.Range(1500, 1500).Where(row => groups[row] == group).Average(row => Math.Abs(errors[row]) <= intervals.HalfWidth(0, group) ? 1.0 : 0), 0.86, 0.94);
        Assert.Equal(intervals.Radii["oxide"], intervals.HalfWidth(0, "boride"));
    }

    [Fact]
    public void A_group_with_too_few_crystals_is_no_group()
    {
        var intervals = GroupConformal.Fit([.. Enumerable.Range(1, 20).Select(value => (double)value)], [.. Enumerable.Repeat("many", 16), .. Enumerable.Repeat("few", 4)]);
        Assert.Equal(["many"], intervals.Radii.Keys);
        Assert.Equal(19, intervals.HalfWidth(0, "few")); // the pooled radius: ceil(21 × 0.9) = 19th
    }

    [Fact]
    public void Too_little_to_learn_from_is_one_clear_error()
    {
        Assert.Contains("8 crystals to calibrate with; 90", Assert.Throws<ArgumentException>(() => SplitConformal.Fit(new double[8])).Message);
        Assert.Contains("needs at least 9", Assert.Throws<ArgumentException>(() => SplitConformal.Fit(new double[8])).Message);
        Assert.Contains("must be between 0 and 1", Assert.Throws<ArgumentException>(() => SplitConformal.Fit(new double[20], 1)).Message);
        Assert.Contains("NaN; it must be finite", Assert.Throws<ArgumentException>(() => SplitConformal.Fit([double.NaN, .. new double[20]])).Message);
        Assert.Contains("20 errors and 3 deviations", Assert.Throws<ArgumentException>(() => NormalizedConformal.Fit(new double[20], new double[3])).Message);
        Assert.Contains("Use SplitConformal", Assert.Throws<ArgumentException>(() => NormalizedConformal.Fit(new double[20], new double[20])).Message);
    }

    private static double Heavy(Random random) => Math.Pow(Normal(random), 3);

    private static double Normal(Random random) => MathNet.Numerics.Distributions.Normal.Sample(random, 0, 1);
}
