using MatNotebooks.Crystals;
using MatNotebooks.Datasets;

namespace MatNotebooks.Embeddings;

/// <summary>Makes a vector of a crystal: a trained network, a descriptor, or several beside each other.</summary>
public abstract class CrystalEmbedder
{
    private protected CrystalEmbedder(string name, IReadOnlyList<EmbeddingPart> parts) => (Name, Parts) = (name, parts);

    /// <summary>Its name in tables and figures.</summary>
    public string Name { get; }

    /// <summary>Which numbers of a vector belong together.</summary>
    public IReadOnlyList<EmbeddingPart> Parts { get; }

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions => Parts.Sum(part => part.Count);

    /// <summary>The vectors of crystals | no unit, (crystals)(dimensions).</summary>
    public abstract float[][] Embed(IReadOnlyList<Crystal> crystals);

    /// <summary>The table of a set of records.</summary>
    /// <exception cref="ArgumentException">No record, two of one id, or a number that is not finite.</exception>
    public EmbeddingTable Of(IReadOnlyList<StructureRecord> records) => Of([.. records.Select(record => record.Id)], [.. records.Select(record => record.Crystal)]);

    /// <summary>The table of crystals.</summary>
    /// <param name="ids">Name of each crystal, (rows).</param>
    /// <param name="crystals">The crystals, (rows).</param>
    /// <exception cref="ArgumentException">No crystal, two of one id, or a number that is not finite.</exception>
    public EmbeddingTable Of(IReadOnlyList<string> ids, IReadOnlyList<Crystal> crystals) => new(Name, ids, Embed(crystals), Parts);
}
