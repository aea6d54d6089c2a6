using MatNotebooks.Embeddings;
using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl.Steering;

/// <summary>The lattice's own code: bits allotted one by one along the field of Eq. 1, so that what steers (distances and the probes of some properties) keeps most fidelity for its bytes.</summary>
/// <param name="properties">Properties that steer, NaN where one is not known, (properties)(rows of the table it is fitted to); none for distances alone.</param>
/// <param name="probeWeight">λ: what probes count beside distances | 0 to less than 1. The default is 0.5.</param>
public sealed class SteeredQuantisation(IReadOnlyList<double[]> properties, double probeWeight = 0.5)
{
    /// <summary>Learns the code.</summary>
    /// <param name="table">What it is learned from: at least 16 crystals, no dimension the same for all.</param>
    /// <param name="bytes">Bytes per crystal, 1 to a byte for each dimension.</param>
    /// <exception cref="ArgumentException">Bytes out of range, or what <see cref="SteeredSpace.Of"/> refuses.</exception>
    public ICodec Fit(EmbeddingTable table, int bytes)
    {
        if (bytes < 1 || bytes > table.Dimensions)
            throw new ArgumentException($"{bytes} bytes per crystal were asked for; the embedding {table.Name} has {table.Dimensions} dimensions of at most a byte each, and 1 to {table.Dimensions} are possible.");
        var space = SteeredSpace.Of(table, properties, probeWeight);
        return space.Code(space.Allot(8 * bytes));
    }
}
