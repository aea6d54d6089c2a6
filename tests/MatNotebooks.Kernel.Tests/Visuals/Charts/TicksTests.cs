using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Visuals.Charts;
using Interval = MatNotebooks.Kernel.Visuals.Charts.Interval;

namespace MatNotebooks.Kernel.Tests.Visuals.Charts;

public sealed class TicksTests
{
    [Fact]
    public void Ticks_are_round_numbers() => Assert.Equal(["0", "5", "10", "15", "20", "25"], Ticks.On(new(-1, 26), false, 6).Select(tick => tick.Label));

    [Fact]
    public void Labels_have_the_digits_the_step_needs() => Assert.Equal(["−0.2", "0.0", "0.2"], Ticks.On(new(-0.25, 0.25), false, 3).Select(tick => tick.Label));

    [Theory]
    [InlineData(1, 10000, 5, "1 10 100 1,000 10,000")]
    [InlineData(0.03, 0.3, 6, "0.03 0.05 0.07 0.1 0.2 0.3")]
    [InlineData(1e-9, 1, 5, "10⁻⁸ 10⁻⁶ 0.0001 0.01 1")]
    public void Decades_get_as_many_ticks_as_fit(double low, double high, int wanted, string labels) =>
        Assert.Equal(labels, string.Join(' ', Ticks.On(new(low, high), true, wanted).Select(tick => tick.Label)));

    [Fact]
    public void Ticks_lie_in_their_range_and_are_few() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(5UL, 9UL),
        Prop.ForAll<NormalFloat, NormalFloat>((first, second) =>
        {
            var (low, high) = (Math.Min(first.Get, second.Get), Math.Max(first.Get, second.Get));
            if (!(high - low > 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high))) || high - low > 1e300) return true;
            var range = new Interval(low, high);
            var ticks = Ticks.On(range, false, 6);
            var slack = range.Length * 1e-6;
            return ticks.Length is >= 2 and <= 13 && ticks.All(tick => tick.At >= low - slack && tick.At <= high + slack);
        }));
}
