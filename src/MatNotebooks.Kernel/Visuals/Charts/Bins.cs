namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Equal bins over a range.</summary>
internal sealed record Bins(Interval Range, int Count)
{
    internal double Width => Range.Length / Count;

    internal IReadOnlyList<double> Centers => [.. Enumerable.Range(0, Count).Select(i => Range.Low + ((i + 0.5) * Width))];

    /// <summary>As many bins as the values ask for (Freedman and Diaconis, 1981), between 8 and 60.</summary>
    internal static Bins For(IReadOnlyList<double> values)
    {
        var sorted = values.Where(double.IsFinite).Order().ToArray();
        var range = Interval.Of(sorted);
        if (range.IsEmpty) return new(new(0, 1), 1);
        if (range.Length == 0) return new(range.Padded(0.05, false), 1);
        var spread = sorted[(int)(0.75 * (sorted.Length - 1))] - sorted[(int)(0.25 * (sorted.Length - 1))];
        var width = 2 * spread / Math.Cbrt(sorted.Length);
        return new(range, width > 0 ? (int)Math.Clamp(Math.Ceiling(range.Length / width), 8, 60) : 8);
    }

    /// <summary>How many values fall in each bin; the last bin holds its upper end.</summary>
    internal IReadOnlyList<double> CountsOf(IEnumerable<double> values)
    {
        var counts = new double[Count];
        foreach (var value in values)
            if (double.IsFinite(value) && value >= Range.Low && value <= Range.High)
                counts[Math.Min((int)((value - Range.Low) / Width), Count - 1)]++;
        return counts;
    }

    internal IReadOnlyList<string> Labels(string? unit) =>
        [.. Enumerable.Range(0, Count).Select(i => $"{Quantity.Short(Edge(i), 4)} to {Quantity.Short(Edge(i + 1), 4, unit)}")];

    private double Edge(int index) => Range.Low + (index * Width);
}
