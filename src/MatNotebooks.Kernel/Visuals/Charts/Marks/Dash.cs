namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>How a line is stroked.</summary>
internal enum Dash
{
    Solid,
    Dashed,
    Dotted,
}
