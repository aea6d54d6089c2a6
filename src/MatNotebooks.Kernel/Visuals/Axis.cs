namespace MatNotebooks.Kernel.Visuals;

/// <summary>An axis of a figure. A text such as <c>"volume (Å³)"</c> is an axis too.</summary>
/// <param name="Label">What the axis measures.</param>
/// <param name="Unit">Its unit, null for none.</param>
public sealed record Axis(string Label, string? Unit = null)
{
    /// <summary>Whether equal factors take equal room; values of 0 and below are then left out. The default is false.</summary>
    public bool Logarithmic { get; init; }

    /// <summary>What the axis shows, in its unit; null, the default, for all of the data and a margin.</summary>
    public (double Low, double High)? Range { get; init; }

    internal string Title => string.IsNullOrEmpty(Unit) ? Label : $"{Label} ({Unit})";

    /// <summary>An axis with this label; what stands in parentheses at its end is its unit: "volume (Å³)".</summary>
    public static implicit operator Axis(string label)
    {
        var open = label.IndexOf(" (", StringComparison.Ordinal);
        return open > 0 && label.EndsWith(')') ? new(label[..open], label[(open + 2)..^1]) : new(label);
    }
}
