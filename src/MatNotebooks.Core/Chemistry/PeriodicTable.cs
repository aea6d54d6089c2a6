using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace MatNotebooks.Chemistry;

/// <summary>The elements hydrogen (1) to lawrencium (103).</summary>
public static class PeriodicTable
{
    private static readonly Element[] All = ElementTable.Read();
    private static readonly FrozenDictionary<string, Element> BySymbol = All.ToFrozenDictionary(element => element.Symbol);

    // By the low five bits of both letters and whether they are a capital and a small one.
    private static readonly Element?[] ByLetters = BuildByLetters();

    /// <summary>All elements in order of atomic number: the first is hydrogen.</summary>
    public static IReadOnlyList<Element> Elements => All;

    /// <summary>The element of a symbol.</summary>
    /// <param name="symbol">Symbol as it is written: "Na", not "na" or "NA".</param>
    /// <exception cref="ArgumentException">No element has this symbol; the message names the nearest one.</exception>
    public static Element Find(string symbol) =>
        TryFind(symbol, out var element)
            ? element
            : throw new ArgumentException($"No element has the symbol \"{symbol}\". {Hint(symbol)}", nameof(symbol));

    /// <summary>Looks an element up by its symbol.</summary>
    /// <param name="symbol">Symbol as it is written: "Na", not "na" or "NA".</param>
    /// <param name="element">The element, where there is one.</param>
    public static bool TryFind(string? symbol, [NotNullWhen(true)] out Element? element)
    {
        element = null;
        return symbol is not null && BySymbol.TryGetValue(symbol, out element);
    }

    /// <summary>Looks an element up by the bytes of its symbol, without a string.</summary>
    internal static bool TryFind(ReadOnlySpan<byte> symbol, [NotNullWhen(true)] out Element? element)
    {
        element = symbol.Length switch
        {
            1 => ByLetters[Place(symbol[0], 0)],
            2 when symbol[1] != 0 => ByLetters[Place(symbol[0], symbol[1])],
            _ => null,
        };
        return element is not null;
    }

    /// <summary>The element of an atomic number.</summary>
    /// <param name="number">Atomic number, 1 to 103.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 103.</exception>
    public static Element OfNumber(int number) =>
        number >= 1 && number <= All.Length
            ? All[number - 1]
            : throw new ArgumentOutOfRangeException(
                nameof(number), $"No element has the atomic number {number}; the table holds 1 (H) to {All.Length} ({All[^1].Symbol}).");

    private static Element?[] BuildByLetters()
    {
        var table = new Element?[1024];
        foreach (var element in All) table[Place((byte)element.Symbol[0], element.Symbol.Length > 1 ? (byte)element.Symbol[1] : (byte)0)] = element;
        return table;
    }

    /// <summary>A place for a capital letter and a small one or none (0); 0, which no symbol has, for all else.</summary>
    private static int Place(byte first, byte second) =>
        char.IsAsciiLetterUpper((char)first) && (second == 0 || char.IsAsciiLetterLower((char)second)) ? ((first & 31) << 5) | (second & 31) : 0;

    /// <summary>One sentence that proposes what an unknown symbol was meant to be.</summary>
    internal static string Hint(string symbol)
    {
        var near = All.FirstOrDefault(element => element.Symbol.Equals(symbol, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(element => element.Name.Equals(symbol, StringComparison.OrdinalIgnoreCase))
            ?? (symbol is "D" or "T" ? All[0] : null)
            ?? (symbol.Length > 1 ? All.FirstOrDefault(element => symbol.StartsWith(element.Symbol, StringComparison.Ordinal) && element.Symbol.Length > 1) : null)
            ?? (symbol.Length > 0 ? All.FirstOrDefault(element => element.Symbol[0] == char.ToUpperInvariant(symbol[0])) : null);
        return near is null
            ? $"Symbols are one capital letter or one and a small one, H to {All[^1].Symbol}."
            : $"Was {near.Symbol} ({near.Name}) meant?";
    }
}
