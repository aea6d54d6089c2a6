using System.Numerics;
using System.Runtime.InteropServices;

namespace MatNotebooks.Frameworks.Edl.Search;

/// <summary>Exact search among binary codes by the number of bits that differ: every code is looked at, eight bytes by eight.</summary>
public sealed class HammingIndex
{
    private const int Word = sizeof(ulong);

    private readonly ulong[] words;
    private readonly int bytes, wordsPerCode;

    /// <summary>Takes codes, such as those of binarisation.</summary>
    /// <param name="codes">The codes, one behind the other; they are copied.</param>
    /// <param name="bytes">Bytes of one, at least 1.</param>
    /// <exception cref="ArgumentException">No code, or no whole codes.</exception>
    public HammingIndex(byte[] codes, int bytes)
    {
        Count = CodeStore.Count(codes, bytes);
        (this.bytes, wordsPerCode) = (bytes, (bytes + Word - 1) / Word);
        words = new ulong[(long)Count * wordsPerCode];
        var raw = MemoryMarshal.AsBytes(words.AsSpan());
        if (bytes % Word == 0) codes.CopyTo(raw);
        else for (var row = 0; row < Count; row++) codes.AsSpan(row * bytes, bytes).CopyTo(raw[(row * wordsPerCode * Word)..]);
    }

    /// <summary>How many codes there are.</summary>
    public int Count { get; }

    /// <summary>The codes nearest to one, nearest first; of equally near ones the earlier.</summary>
    /// <param name="code">The query's code.</param>
    /// <param name="wanted">How many, at least 1.</param>
    /// <exception cref="ArgumentException">A code of another length, or more hits than codes.</exception>
    public SearchHit[] Search(ReadOnlySpan<byte> code, int wanted)
    {
        if (code.Length != bytes) throw new ArgumentException($"The code has {code.Length} bytes, those of the index have {bytes}.");
        CodeStore.CheckWanted(wanted, Count);
        var query = new ulong[wordsPerCode];
        code.CopyTo(MemoryMarshal.AsBytes(query.AsSpan()));
        return CodeStore.Search(Count, wanted, (from, to, hits) =>
        {
            if (wordsPerCode == 2) OfSixteen(query, from, to, hits);
            else OfAny(query, from, to, hits);
        });
    }

    private void OfSixteen(ulong[] query, int from, int to, NearestHits hits)
    {
        var (first, second, limit) = (query[0], query[1], hits.Limit);
        var part = words.AsSpan(2 * from, 2 * (to - from));
        for (var place = 0; place + 1 < part.Length; place += 2)
        {
            var distance = BitOperations.PopCount(part[place] ^ first) + BitOperations.PopCount(part[place + 1] ^ second);
            if (distance >= limit) continue;
            hits.Offer(from + (place / 2), distance);
            limit = hits.Limit;
        }
    }

    private void OfAny(ulong[] query, int from, int to, NearestHits hits)
    {
        for (var row = from; row < to; row++)
        {
            var distance = 0;
            for (var word = 0; word < wordsPerCode; word++) distance += BitOperations.PopCount(words[((long)row * wordsPerCode) + word] ^ query[word]);
            if (distance < hits.Limit) hits.Offer(row, distance);
        }
    }
}
