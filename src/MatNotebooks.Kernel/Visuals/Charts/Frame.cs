namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>A panel placed on paper: where it lies, and its axes with range and ticks settled.</summary>
internal sealed record Frame(Panel Panel, Box Area, Scale X, Scale Y, IReadOnlyList<Tick> XTicks, IReadOnlyList<Tick> YTicks, double XTickAngle)
{
    /// <summary>Title of the x axis as it fits.</summary>
    internal FittedTitle XTitle { get; init; } = FittedTitle.None;

    /// <summary>Title of the y axis as it fits.</summary>
    internal FittedTitle YTitle { get; init; } = FittedTitle.None;
}
