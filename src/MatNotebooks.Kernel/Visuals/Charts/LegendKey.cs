namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>The small picture before a name in the legend.</summary>
internal enum LegendKey
{
    Line,
    DashedLine,
    Point,
    LineWithPoint,
    Box,
}
