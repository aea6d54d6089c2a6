using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Marks;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Parts of a whole as they change: areas on top of each other, the first at the bottom.</summary>
public sealed record StackedAreaPlot : Figure
{
    /// <summary>Builds a plot of one part or more.</summary>
    /// <param name="parts">The parts, each at the same places along x and with values of at least 0.</param>
    /// <exception cref="ArgumentException">No part, parts at different places, or a value below 0 or not finite.</exception>
    public StackedAreaPlot(params IReadOnlyList<Series> parts)
    {
        Same.NotEmpty(parts.Count, "parts");
        foreach (var part in parts)
        {
            Same.Count(parts[0].X.Count, $"part '{parts[0].Name}'", part.X.Count, $"part '{part.Name}'");
            if (!part.X.SequenceEqual(parts[0].X)) throw new ArgumentException($"Parts '{parts[0].Name}' and '{part.Name}' have different x; parts of a whole need the same.");
            if (part.Y.Any(value => !(value >= 0 && double.IsFinite(value))))
                throw new ArgumentException($"Part '{part.Name}' has the value {part.Y.First(value => !(value >= 0 && double.IsFinite(value)))}; it must be finite and at least 0.");
        }
        Parts = parts;
    }

    /// <summary>The parts, at least one.</summary>
    public IReadOnlyList<Series> Parts { get; }

    /// <summary>The horizontal axis.</summary>
    public Axis X { get; init; } = "x";

    /// <summary>What the parts are of.</summary>
    public Axis Y { get; init; } = "y";

    internal override Chart Draw()
    {
        var marks = new List<Mark>();
        var below = new double[Parts[0].X.Count];
        foreach (var (index, part) in Parts.Index())
        {
            double[] above = [.. below.Zip(part.Y, (low, value) => low + value)];
            marks.Add(new BandMark(part.X, below, above) { Color = Palette.ColorOf(index), Opacity = 0.72 });
            marks.Add(new LineMark(part.X, above) { Name = part.Name.Length > 0 ? part.Name : null, Color = Palette.ColorOf(index), Width = 1.2 });
            below = above;
        }
        return new([new Panel(PanelAxis.Of(X), PanelAxis.Of(Y) with { FromZero = true, Padding = 0 }, [.. marks])]);
    }

    internal override string Words() => $"""
        {Title ?? $"Parts of {Y.Label} against {X.Label}"}
        {string.Join('\n', Parts.Select(part => $"{SeriesWords.Of(part, X, Y)}, mean {Quantity.Short(part.Y.DefaultIfEmpty().Average(), 4, Y.Unit)}"))}
        """;
}
