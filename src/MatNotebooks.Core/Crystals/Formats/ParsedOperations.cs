using System.Collections.Concurrent;

namespace MatNotebooks.Crystals.Formats;

/// <summary>Symmetry operations by their notation: files of one space group write the same ones.</summary>
internal sealed class ParsedOperations
{
    private const int Most = 20_000; // 230 groups in some notations; a hostile file adds no more
    private readonly ConcurrentDictionary<string, SymmetryOperation> known = new(StringComparer.Ordinal);
    private int count;

    /// <exception cref="FormatException">Not three expressions of x, y, z and fractions.</exception>
    public SymmetryOperation Parse(ReadOnlySpan<char> text)
    {
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var operation)) return operation;
        var written = text.ToString();
        operation = SymmetryOperation.Parse(written);
        if (count < Most && known.TryAdd(written, operation)) Interlocked.Increment(ref count);
        return operation;
    }
}
