namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Lines of text in a corner of a panel.</summary>
internal sealed record Note(Corner Corner, IReadOnlyList<string> Lines)
{
    internal bool AtRight => Corner is Corner.TopRight or Corner.BottomRight;

    internal bool AtBottom => Corner is Corner.BottomLeft or Corner.BottomRight;
}
