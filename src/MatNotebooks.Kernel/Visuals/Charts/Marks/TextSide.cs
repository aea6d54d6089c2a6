namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>Which side of its place a text stands on.</summary>
internal enum TextSide
{
    Middle,
    Above,
    Right,
    Left,
    Below,
    AboveRight,
    AboveLeft,
    BelowRight,
    BelowLeft,
}
