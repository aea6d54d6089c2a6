namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary>
/// Places in a text. The protocol counts code points, .NET counts UTF-16; they differ only behind letters outside the basic
/// plane, as 𝛼. (VS Code sends UTF-16: behind such a letter it asks one place too far.)
/// </summary>
internal static class CursorOffset
{
    /// <summary>The UTF-16 offset of so many code points; the end where the text is shorter.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        var at = 0;
        for (var left = codePoints; left > 0 && at < text.Length; left--)
            at += at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
        return at;
    }

    /// <summary>How many code points stand before a UTF-16 offset.</summary>
    public static int ToCodePoints(string text, int offset)
    {
        var (at, count) = (0, 0);
        for (; at < offset && at < text.Length; count++)
            at += at + 1 < text.Length && char.IsSurrogatePair(text, at) ? 2 : 1;
        return count;
    }
}
