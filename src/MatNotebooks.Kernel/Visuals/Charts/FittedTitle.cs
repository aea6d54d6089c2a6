namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>The title of an axis in the room it has: on one line, else on two, else smaller.</summary>
/// <param name="Lines">One line or two; none for no title.</param>
/// <param name="Size">Size of its letters | pixels.</param>
internal sealed record FittedTitle(IReadOnlyList<string> Lines, double Size)
{
    private const double LineHeight = 1.22;
    private const double Least = 7;

    internal static FittedTitle None { get; } = new([], Theme.LabelSize);

    /// <summary>Room across the axis beyond that of one line | pixels.</summary>
    internal double Extra => Lines.Count < 2 ? 0 : Size * LineHeight * (Lines.Count - 1);

    internal double LineStep => Size * LineHeight;

    internal string Html => string.Join("<br>", Lines.Select(Marks.TraceContext.Plain));

    internal static FittedTitle Of(PanelAxis axis, double room)
    {
        if (!axis.Titled) return None;
        if (TextWidth.Of(axis.Title, Theme.LabelSize) <= room) return new([axis.Title], Theme.LabelSize);
        var lines = Broken(axis.Title);
        var widest = lines.Max(line => TextWidth.Of(line, Theme.LabelSize));
        return new(lines, Math.Clamp(Math.Floor(Theme.LabelSize * room / widest * 2) / 2, Least, Theme.LabelSize));
    }

    // At the space that leaves the longer line shortest.
    private static string[] Broken(string title)
    {
        var spaces = Enumerable.Range(0, title.Length).Where(i => title[i] == ' ').ToArray();
        if (spaces.Length == 0) return [title];
        var at = spaces.MinBy(i => Math.Max(i, title.Length - i - 1));
        return [title[..at], title[(at + 1)..]];
    }
}
