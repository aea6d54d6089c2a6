namespace MatNotebooks.Crystals.Formats;

/// <summary>One value of a CIF.</summary>
/// <param name="Text">The value without quotes.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="IsQuoted">Whether it stood in quotes.</param>
internal readonly record struct CifValue(string Text, int Line, bool IsQuoted)
{
    /// <summary>Whether the value is unknown (?) or does not apply (.).</summary>
    public bool IsMissing => !IsQuoted && Text is "?" or ".";
}
