namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>What colours mean: a scale, the range it covers and its label with unit.</summary>
internal sealed record ColorBar(string Title, ColorScale Scale, Interval Range);
