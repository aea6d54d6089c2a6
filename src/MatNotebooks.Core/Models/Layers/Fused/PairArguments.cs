namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the linear map of receiver, sender and distance reads: rows of tensors on the processor, one after the other.</summary>
internal unsafe struct PairArguments
{
    /// <summary>Numbers that a pair is mapped to.</summary>
    public required int Length { get; init; }

    /// <summary>The receiver's part, (atoms × length).</summary>
    public required float* Own { get; init; }

    /// <summary>The sender's part, (atoms × length).</summary>
    public required float* Neighbor { get; init; }

    /// <summary>Gaussians to the edge's part, (gaussians × length).</summary>
    public required float* Edge { get; init; }

    /// <summary>Where each atom's shells begin, (atoms + 1).</summary>
    public required int[] FirstEdge { get; init; }

    /// <summary>Atom each shell comes from, (shells).</summary>
    public required int[] Senders { get; init; }

    /// <summary>The Gaussians of each shell.</summary>
    public required GaussianBands Bands { get; init; }
}
