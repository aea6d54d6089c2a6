namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops of the backward read and write, beside <see cref="MessageArguments"/>.</summary>
internal unsafe struct MessageGradients
{
    /// <summary>Of the sums, (atoms × width).</summary>
    public required float* Sum { get; init; }

    /// <summary>Of the attention, (shells); null when nothing depends on it.</summary>
    public required float* Attention { get; init; }

    /// <summary>Of the receivers' parts, written, (atoms × 2 width).</summary>
    public required float* Own { get; init; }

    /// <summary>Of the senders' parts, added to, (atoms × 2 width).</summary>
    public required float* Neighbor { get; init; }

    /// <summary>Of this part of the batch by the edge's map, added to, (gaussians × 2 width).</summary>
    public required float* Edge { get; init; }

    /// <summary>Of this part of the batch by the score's map, added to, (width), and by its bias after that, (1).</summary>
    public required float* Score { get; init; }
}
