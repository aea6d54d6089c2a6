namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>A name in the legend and how its key looks.</summary>
internal sealed record LegendEntry(string Name, string Color, LegendKey Key, Symbol Symbol = Symbol.Circle);
