using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Search;

/// <summary>
/// Search among product-quantised codes by the squared distance of the query itself to what a code stands for: a table of distances to every word
/// is made once, and each code adds up one entry for each of its bytes. Exact: every code is looked at, and left as soon as its sum is too great.
/// Approximate: codes lie in lists by their first two bytes, and the nearest lists alone are looked at.
/// </summary>
/// <remarks>Jégou et al., IEEE Trans. Pattern Anal. 33, 117 (2011); Babenko and Lempitsky, CVPR 2012.</remarks>
public sealed class ProductIndex
{
    private const int Words = 256, Lists = Words * Words;

    private readonly byte[] codes; // in the order of lists
    private readonly int[] rows, first; // row of each code; where each list begins, (lists + 1)
    private readonly int bytes;
    private readonly ScaledCodec codec;

    /// <summary>Takes codes.</summary>
    /// <param name="codec">What wrote them: product quantisation, rotated or not, of at least 2 bytes.</param>
    /// <param name="codes">The codes, one behind the other; they are copied.</param>
    /// <exception cref="ArgumentException">Another operator, codes of one byte, no code, or no whole codes.</exception>
    public ProductIndex(ICodec codec, byte[] codes)
    {
        this.codec = codec is ScaledCodec { Inner: ProductCodec } scaled && codec.BytesPerCrystal >= 2
            ? scaled
            : throw new ArgumentException("The codec is none of product quantisation with at least 2 bytes; fit ProductQuantisationOperator or RotatedQuantisationOperator.");
        bytes = codec.BytesPerCrystal;
        Count = CodeStore.Count(codes, bytes);
        first = new int[Lists + 1];
        for (var row = 0; row < Count; row++) first[ListOf(codes, row) + 1]++;
        for (var list = 0; list < Lists; list++) first[list + 1] += first[list];
        (this.codes, rows) = (new byte[codes.Length], new int[Count]);
        var next = (int[])first.Clone();
        for (var row = 0; row < Count; row++)
        {
            var place = next[ListOf(codes, row)]++;
            rows[place] = row;
            codes.AsSpan(row * bytes, bytes).CopyTo(this.codes.AsSpan(place * bytes));
        }
    }

    /// <summary>How many codes there are.</summary>
    public int Count { get; }

    /// <summary>The codes nearest to an embedding, nearest first.</summary>
    /// <param name="vector">The embedding, (dimensions).</param>
    /// <param name="wanted">How many, at least 1.</param>
    /// <exception cref="ArgumentException">An embedding of another length, or more hits than codes.</exception>
    public SearchHit[] Search(ReadOnlySpan<float> vector, int wanted)
    {
        CodeStore.CheckWanted(wanted, Count);
        var table = Table(vector);
        return CodeStore.Search(Count, wanted, (from, to, hits) => Scan(table, from, to, hits));
    }

    /// <summary>The same in the nearest lists alone.</summary>
    /// <param name="vector">The embedding, (dimensions).</param>
    /// <param name="wanted">How many, at least 1.</param>
    /// <param name="share">Share of all codes that is looked at | greater than 0, at most 1. The default is 0.1.</param>
    /// <exception cref="ArgumentException">An embedding of another length, more hits than codes, or a share out of range.</exception>
    public SearchHit[] SearchNearLists(ReadOnlySpan<float> vector, int wanted, double share = 0.1)
    {
        CodeStore.CheckWanted(wanted, Count);
        if (!(share is > 0 and <= 1)) throw new ArgumentException($"A share of {share} is to be looked at; it must be greater than 0 and at most 1.");
        var table = Table(vector);
        var (chosen, looked, enough) = (new List<int>(), 0, Math.Max(wanted, share * Count));
        foreach (var list in ByDistance(table))
        {
            if (looked >= enough) break;
            chosen.Add(list);
            looked += first[list + 1] - first[list];
        }
        var workers = Math.Min(Environment.ProcessorCount, chosen.Count);
        var parts = new NearestHits[workers];
        Parallel.For(0, workers, worker =>
        {
            parts[worker] = new(wanted);
            for (var place = worker; place < chosen.Count; place += workers) Scan(table, first[chosen[place]], first[chosen[place] + 1], parts[worker]);
        });
        return NearestHits.Merge(parts, wanted);
    }

    private float[] Table(ReadOnlySpan<float> vector) => ((ProductCodec)codec.Inner).DistanceTable(codec.Scale.Apply(vector));

    // All lists that hold something, the nearest first.
    private int[] ByDistance(float[] table)
    {
        var lists = Enumerable.Range(0, Lists).Where(list => first[list + 1] > first[list]).ToArray();
        Array.Sort(Array.ConvertAll(lists, list => table[list / Words] + table[Words + (list % Words)]), lists);
        return lists;
    }

    private void Scan(float[] table, int from, int to, NearestHits hits)
    {
        ReadOnlySpan<float> distances = table;
        var (limit, half) = (hits.Limit, bytes / 2);
        for (var place = from; place < to; place++)
        {
            var code = codes.AsSpan(place * bytes, bytes);
            var (sum, other, at) = (0f, 0f, 0);
            for (; at + 1 < half; at += 2) // two sums: the one need not wait for the other
            {
                sum += distances[(at * Words) + code[at]];
                other += distances[((at + 1) * Words) + code[at + 1]];
            }
            if (sum + other > limit) continue;
            for (; at < code.Length; at++) sum += distances[(at * Words) + code[at]];
            if (sum + other >= limit) continue;
            hits.Offer(rows[place], sum + other);
            limit = hits.Limit;
        }
    }

    private int ListOf(byte[] all, int row) => (Words * all[row * bytes]) + all[(row * bytes) + 1];
}
