namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>A labelled place on an axis.</summary>
internal readonly record struct Tick(double At, string Label);
