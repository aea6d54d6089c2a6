namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Where the gradients of <see cref="PairArguments"/> go.</summary>
internal unsafe struct PairGradients
{
    /// <summary>Of the receivers' parts, added to, (atoms × length).</summary>
    public required float* Own { get; init; }

    /// <summary>Of the senders' parts, added to, (atoms × length).</summary>
    public required float* Neighbor { get; init; }

    /// <summary>Of this part of the batch by the edge's map, added to, (gaussians × length).</summary>
    public required float* Edge { get; init; }
}
