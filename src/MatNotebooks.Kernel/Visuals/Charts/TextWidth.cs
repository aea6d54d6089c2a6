namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>About how wide a text is in a sans-serif face; margins need it before any font is at hand.</summary>
internal static class TextWidth
{
    private const double Widest = 1.08; // DejaVu Sans, which Linux shows where nothing better is installed

    internal static double Of(string text, double size) => text.Sum(Share) * size * Widest;

    private static double Share(char letter) => letter switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.28,
        'f' or 't' or 'r' or ' ' or '(' or ')' or '/' or '-' or '[' or ']' => 0.34,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.86,
        >= '\u2070' and <= '\u209f' or '²' or '³' or '¹' => 0.36,
        >= 'A' and <= 'Z' => 0.68,
        _ => 0.56,
    };
}
