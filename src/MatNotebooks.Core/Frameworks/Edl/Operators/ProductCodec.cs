namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>Groups of numbers, each group written as the number of the nearest word of its own codebook: one byte a group (Jégou et al., IEEE Trans. Pattern Anal. 33, 117, 2011).</summary>
internal sealed class ProductCodec : ICodec
{
    private readonly int[][] groups;
    private readonly Codebook[] books;
    private readonly IVectorMap? turn, back;

    private ProductCodec(int[][] groups, Codebook[] books, IVectorMap? turn, IVectorMap? back) => (this.groups, this.books, this.turn, this.back) = (groups, books, turn, back);

    public int BytesPerCrystal => groups.Length;

    /// <summary>Learns codebooks.</summary>
    /// <param name="rows">Vectors, turned already, (rows)(dimensions).</param>
    /// <param name="groups">Places of the numbers of each group.</param>
    /// <param name="seed">Seed of the beginning.</param>
    /// <param name="turn">What turns a vector first; null for nothing.</param>
    /// <param name="back">What turns it back.</param>
    public static ProductCodec Of(float[][] rows, int[][] groups, int seed, IVectorMap? turn = null, IVectorMap? back = null) =>
        new(groups, [.. groups.Select((places, group) => Codebook.Of([.. rows.Select(row => Part(row, places))], 256, new Random(unchecked((seed * 7919) + group))))], turn, back);

    public byte[] Encode(ReadOnlySpan<float> vector)
    {
        var turned = Turn(vector);
        var code = new byte[groups.Length];
        for (var group = 0; group < groups.Length; group++) code[group] = (byte)books[group].Nearest(Part(turned, groups[group]));
        return code;
    }

    public float[] Decode(ReadOnlySpan<byte> code)
    {
        var turned = new float[groups.Sum(places => places.Length)];
        for (var group = 0; group < groups.Length; group++)
        {
            var word = books[group].Words[code[group]];
            for (var place = 0; place < word.Length; place++) turned[groups[group][place]] = word[place];
        }
        return back?.Apply(turned) ?? turned;
    }

    /// <summary>Squared distance of a vector to every word of every group, (groups × 256): what a search adds up over a code.</summary>
    public float[] DistanceTable(ReadOnlySpan<float> vector)
    {
        var turned = Turn(vector);
        var table = new float[256 * groups.Length];
        for (var group = 0; group < groups.Length; group++)
        {
            var part = Part(turned, groups[group]);
            for (var word = 0; word < books[group].Words.Length; word++) table[(256 * group) + word] = Codebook.SquaredDistance(books[group].Words[word], part);
        }
        return table;
    }

    private float[] Turn(ReadOnlySpan<float> vector) => turn?.Apply(vector) ?? vector.ToArray();

    private static float[] Part(float[] row, int[] places) => [.. places.Select(place => row[place])];
}
