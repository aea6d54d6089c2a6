using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Search;

/// <summary>Finds crystals of a data set that are like one: the nearest codes of a few bytes, their embeddings compared again in full.</summary>
public sealed class SimilaritySearch
{
    private const int Again = 10; // codes compared in full for each hit wanted

    private readonly CrystalEmbedder embedder;
    private readonly IReadOnlyList<StructureRecord> records;
    private readonly EmbeddingTable table;
    private readonly int[] kept;
    private readonly EmbeddingScale scale;
    private readonly ProductIndex index;

    private SimilaritySearch(CrystalEmbedder embedder, IReadOnlyList<StructureRecord> records, EmbeddingTable table, int[] kept, int bytes)
    {
        (this.embedder, this.records, this.table, this.kept) = (embedder, records, table, kept);
        scale = EmbeddingScale.Of(table);
        var codec = new RotatedQuantisationOperator().Fit(table, bytes);
        BytesPerCrystal = codec.BytesPerCrystal;
        var codes = new byte[table.Rows * codec.BytesPerCrystal];
        Parallel.For(0, table.Rows, row => codec.Encode(table.Vectors[row]).CopyTo(codes, row * codec.BytesPerCrystal));
        index = new(codec, codes);
    }

    /// <summary>What is used where nothing else is: statistics of the elements beside geometry and radial distribution; no network, nothing to train.</summary>
    public static CrystalEmbedder DefaultEmbedder { get; } = new JoinedEmbedder("elements and geometry", [new ElementEmbedder(), new StructureEmbedder()]);

    /// <summary>How many crystals are searched.</summary>
    public int Count => records.Count;

    /// <summary>Bytes of a code.</summary>
    public int BytesPerCrystal { get; }

    /// <summary>Makes the index of a data set.</summary>
    /// <param name="records">The crystals, at least 16, their ids all different.</param>
    /// <param name="embedder">What embeds. The default is <see cref="DefaultEmbedder"/>.</param>
    /// <param name="bytes">Bytes of a code, at least 2. The default is 16.</param>
    /// <exception cref="ArgumentException">Too few crystals, two of one id, or bytes out of range.</exception>
    public static SimilaritySearch Of(IReadOnlyList<StructureRecord> records, CrystalEmbedder? embedder = null, int bytes = 16)
    {
        if (bytes < 2) throw new ArgumentException($"{bytes} bytes per crystal were asked for; a search needs at least 2.");
        if (records.Count < 16) throw new ArgumentException($"{records.Count} crystals are to be searched; a code is learned from at least 16.");
        var used = embedder ?? DefaultEmbedder;
        var whole = used.Of(records);
        int[] kept = [.. Enumerable.Range(0, whole.Dimensions).Except(whole.ConstantDimensions)];
        var table = whole.WithoutConstantDimensions();
        return new(used, records, table, kept, Math.Min(bytes, table.Dimensions));
    }

    /// <summary>The crystals most like one, the most alike first; the crystal itself is among them where the set has it.</summary>
    /// <param name="crystal">The crystal.</param>
    /// <param name="wanted">How many, 1 to those there are. The default is 20.</param>
    /// <exception cref="ArgumentException">None wanted, or more than there are.</exception>
    public IReadOnlyList<SimilarCrystal> Find(Crystal crystal, int wanted = 20)
    {
        CodeStore.CheckWanted(wanted, Count);
        var own = embedder.Embed([crystal])[0];
        float[] vector = [.. kept.Select(place => own[place])];
        var scaled = scale.Apply(vector);
        return
        [
            .. index.Search(vector, Math.Min(Count, Again * wanted))
                .Select(hit => (hit.Row, Distance: Math.Sqrt(Codebook.SquaredDistance(scaled, scale.Apply(table.Vectors[hit.Row])))))
                .OrderBy(hit => hit.Distance).ThenBy(hit => hit.Row).Take(wanted)
                .Select(hit => new SimilarCrystal(records[hit.Row].Id, records[hit.Row].Formula, hit.Distance)),
        ];
    }
}
