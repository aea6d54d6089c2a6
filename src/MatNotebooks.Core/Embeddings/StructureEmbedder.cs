using MatNotebooks.Crystals;
using MatNotebooks.Features;

namespace MatNotebooks.Embeddings;

/// <summary>
/// Geometry alone: the logarithm of the volume per atom, the shortest distance, coordination, and the radial distribution up to 8 Å in 40 bins, each
/// as ln(1 + g): a reference that knows no element.
/// </summary>
public sealed class StructureEmbedder()
    : CrystalEmbedder("structure descriptors", [new("geometry", EmbeddingPart.Structure, 0, 0, Geometry.Length), new("radial distribution", EmbeddingPart.Structure, 0, Geometry.Length, Bins)])
{
    private const double Cutoff = 8;
    private const int Bins = 40;

    private static readonly string[] Geometry =
        ["volume per atom", "shortest distance", "mean coordination", "least coordination", "greatest coordination", "deviation of coordination"];

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Two atoms of a crystal less than 0.01 Å apart.</exception>
    public override float[][] Embed(IReadOnlyList<Crystal> crystals)
    {
        var (geometry, distribution) = (StructureDescriptors.Of(crystals), RadialDistribution.TableOf(crystals, Cutoff, Cutoff / Bins));
        return [.. Enumerable.Range(0, crystals.Count).Select(row => (float[])
        [
            (float)Math.Log(geometry[row, Geometry[0]]),
            .. Geometry.Skip(1).Select(name => (float)geometry[row, name]),
            .. distribution.Row(row).ToArray().Select(value => (float)Math.Log(1 + value)),
        ])];
    }
}
