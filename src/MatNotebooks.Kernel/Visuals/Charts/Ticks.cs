namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Round numbers along an axis.</summary>
internal static class Ticks
{
    private static readonly double[] RoundSteps = [1, 2, 2.5, 5, 10];

    // Digits that get a tick in each decade, finest first.
    private static readonly int[][] Heads = [[1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

    /// <summary>Some <paramref name="wanted"/> ticks inside the range.</summary>
    internal static Tick[] On(Interval range, bool logarithmic, int wanted) =>
        logarithmic ? Logarithmic(range, wanted) : Linear(range, wanted);

    private static Tick[] Linear(Interval range, int wanted)
    {
        var step = Step(range.Length / Math.Max(wanted, 1));
        var first = (long)Math.Ceiling((range.Low / step) - 1e-9);
        var last = (long)Math.Floor((range.High / step) + 1e-9);
        var decimals = Decimals(step);
        return [.. Enumerable.Range(0, (int)Math.Clamp(last - first + 1, 0, 50)).Select(i =>
        {
            var value = (first + i) * step;
            return new Tick(value, Label(value, decimals));
        })];
    }

    private static Tick[] Logarithmic(Interval range, int wanted)
    {
        var decades = Math.Log10(range.High / range.Low);
        var every = Math.Max(1, (int)Math.Ceiling(decades / Math.Max(wanted, 1)));
        Tick[][] choices = [.. Heads.Select(heads => Powers(range, heads, heads.Length > 1 ? 1 : every))];
        return choices.FirstOrDefault(ticks => ticks.Length >= 2 && ticks.Length <= wanted + 2)
            ?? choices.First(ticks => ticks.Length >= 2 || ticks == choices[^1]);
    }

    private static Tick[] Powers(Interval range, int[] heads, int every)
    {
        var (first, last) = ((int)Math.Floor(Math.Log10(range.Low)), (int)Math.Ceiling(Math.Log10(range.High)));
        return [.. from power in Enumerable.Range(first, last - first + 1)
                   where power % every == 0
                   from head in heads
                   let value = head * Math.Pow(10, power)
                   where value >= range.Low * 0.9999 && value <= range.High * 1.0001
                   select new Tick(value, Power(head, power))];
    }

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return RoundSteps.First(round => round * power >= rough * 0.9999) * power;
    }

    private static int Decimals(double step)
    {
        for (var decimals = 0; decimals < 10; decimals++)
            if (Math.Abs(Math.Round(step, decimals) - step) < step * 1e-6) return decimals;
        return 10;
    }

    private static string Label(double value, int decimals)
    {
        if (Math.Abs(value) >= 1e6 || decimals > 5) return Quantity.Of(value, 3);
        return value.ToString("N" + decimals).Replace('-', '−');
    }

    private static string Power(int head, int power) => power is >= -3 and <= 4
        ? (head * Math.Pow(10, power)).ToString(power < 0 ? "F" + -power : "N0")
        : Quantity.Of(head * Math.Pow(10, power), 1);
}
