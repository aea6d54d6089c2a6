using System.Diagnostics.CodeAnalysis;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Finds the element in a type symbol or a label: "Fe3+", "O2-", "Na1", "CL2A", "D".</summary>
internal static class CifElement
{
    private const int Heaviest = 94; // "NO3" in capitals is nitrogen with a label, not nobelium

    /// <summary>The element a type symbol or a label starts with: two letters where they are one, else the first.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isLabel">Whether it is a label, where letters after the first may be a mark: Ow, Hb.</param>
    /// <param name="source">Where it stands.</param>
    public static Element Of(CifValue value, bool isLabel, StructureText source)
    {
        var trimmed = value.Span.Trim();
        var letters = 0;
        while (letters < trimmed.Length && char.IsAsciiLetter(trimmed[letters])) letters++;
        if (letters is 1 or 2 && IsSymbol(trimmed[..letters], out var plain)) return plain;
        var text = trimmed.ToString();
        if (letters == 0)
            throw source.Error(value.Line, $"\"{StructureText.Shown(text)}\" names no element; a type symbol or label starts with one, such as \"Na1\".");
        if (letters >= 2 && Double(text, letters) is { } element) return element;
        var isAlone = letters == 1 || isLabel || char.IsAsciiLetterUpper(text[1]);
        var first = text[0] is 'D' || (text[0] is 'T' && letters == 1) ? "H" : text[..1].ToUpperInvariant();
        return isAlone && PeriodicTable.TryFind(first, out element) ? element : source.ElementOf(text[..letters], value.Line);
    }

    private static bool IsSymbol(ReadOnlySpan<char> letters, [NotNullWhen(true)] out Element? element)
    {
        Span<byte> bytes = [(byte)letters[0], (byte)letters[^1]];
        return PeriodicTable.TryFind(bytes[..letters.Length], out element);
    }

    /// <summary>The element of the first two letters; a capital second letter counts only where the word has two letters (CL1, not CAB1).</summary>
    private static Element? Double(string text, int letters)
    {
        var symbol = $"{char.ToUpperInvariant(text[0])}{char.ToLowerInvariant(text[1])}";
        if (!PeriodicTable.TryFind(symbol, out var element)) return null;
        return char.IsAsciiLetterLower(text[1]) || (letters == 2 && element.Number <= Heaviest) ? element : null;
    }
}
