namespace MatNotebooks.Crystals.Formats;

/// <summary>A column group of an extended XYZ frame.</summary>
/// <param name="Name">Name, such as "pos".</param>
/// <param name="IsNumber">Whether it holds reals (R) or whole numbers (I) rather than text (S) or truth values (L).</param>
/// <param name="Width">Number of columns, at least 1.</param>
internal sealed record XyzColumn(string Name, bool IsNumber, int Width);
