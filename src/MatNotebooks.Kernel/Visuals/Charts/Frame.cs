namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>A panel placed on paper: where it lies, and its axes with range and ticks settled.</summary>
internal sealed record Frame(Panel Panel, Box Area, Scale X, Scale Y, IReadOnlyList<Tick> XTicks, IReadOnlyList<Tick> YTicks, double XTickAngle);
