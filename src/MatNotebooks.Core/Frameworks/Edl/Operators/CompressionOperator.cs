using MatNotebooks.Embeddings;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>A way to write embeddings with fewer bytes, learned from some of them.</summary>
/// <param name="Name">Its name in tables and figures.</param>
public abstract record CompressionOperator(string Name)
{
    private const int FewestRows = 16;

    /// <summary>Every operator that asks for no targets, in the order of tables.</summary>
    public static IReadOnlyList<CompressionOperator> All { get; } =
    [
        new PrincipalComponentOperator(), new RandomProjectionOperator(), new TruncationOperator(), new AutoencoderOperator(), new VariationalOperator(),
        new ScalarQuantisationOperator(), new ProductQuantisationOperator(), new RotatedQuantisationOperator(), new BinarisationOperator(), new DistillationOperator(),
    ];

    /// <summary>The operator of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static CompressionOperator Find(string name) => All.FirstOrDefault(one => one.Name == name)
        ?? throw new ArgumentException($"There is no compression operator '{name}'; there are {string.Join(", ", All.Select(one => one.Name))}.");

    /// <summary>Learns a code.</summary>
    /// <param name="table">What it is learned from: at least 16 crystals, no dimension the same for all.</param>
    /// <param name="bytes">Bytes per crystal, 1 to those of the embedding itself.</param>
    /// <param name="seed">Seed of what is random. The default is 0.</param>
    /// <exception cref="ArgumentException">Too few crystals, a dimension without variance, or bytes out of range.</exception>
    public ICodec Fit(EmbeddingTable table, int bytes, int seed = 0)
    {
        if (bytes < 1 || bytes > table.BytesPerCrystal)
            throw new ArgumentException($"{bytes} bytes per crystal were asked for; the embedding {table.Name} has {table.BytesPerCrystal}, and 1 to {table.BytesPerCrystal} are possible.");
        if (table.Rows < FewestRows) throw new ArgumentException($"{Name} is to be learned from {table.Rows} crystals; it needs at least {FewestRows}.");
        var scale = EmbeddingScale.Of(table);
        return new ScaledCodec(scale, Learn([.. table.Vectors.Select(vector => scale.Apply(vector))], bytes, seed));
    }

    /// <summary>Encodes and decodes every crystal of a table: what is left of it.</summary>
    public static EmbeddingTable Through(ICodec codec, EmbeddingTable table)
    {
        var decoded = new float[table.Rows][];
        Parallel.For(0, decoded.Length, row => decoded[row] = codec.Decode(codec.Encode(table.Vectors[row])));
        return table.With(decoded);
    }

    /// <summary>Learns from rows that are centred and on one scale, (rows)(dimensions).</summary>
    private protected abstract ICodec Learn(float[][] rows, int bytes, int seed);
}
