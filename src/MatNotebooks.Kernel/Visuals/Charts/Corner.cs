namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>A corner of a panel.</summary>
internal enum Corner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
