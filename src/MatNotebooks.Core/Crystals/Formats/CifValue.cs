namespace MatNotebooks.Crystals.Formats;

/// <summary>One value of a CIF, where it stands in the text; most are numbers, which need no string of their own.</summary>
/// <param name="Source">The whole text.</param>
/// <param name="Start">Where the value begins, without quotes.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="IsQuoted">Whether it stood in quotes.</param>
internal readonly record struct CifValue(string Source, int Start, int Length, int Line, bool IsQuoted)
{
    /// <summary>The value without quotes.</summary>
    public string Text => Source.Substring(Start, Length);

    /// <summary>The value without quotes.</summary>
    public ReadOnlySpan<char> Span => Source.AsSpan(Start, Length);

    /// <summary>Whether the value is unknown (?) or does not apply (.).</summary>
    public bool IsMissing => !IsQuoted && Length == 1 && Source[Start] is '?' or '.';
}
