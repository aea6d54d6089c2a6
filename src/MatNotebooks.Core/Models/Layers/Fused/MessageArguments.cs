namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops over shells read: rows of tensors on the processor, one after the other.</summary>
internal unsafe struct MessageArguments
{
    /// <summary>Numbers in a message.</summary>
    public required int Width { get; init; }

    /// <summary>The receiver's part, (atoms × 2 width).</summary>
    public required float* Own { get; init; }

    /// <summary>The sender's part, (atoms × 2 width).</summary>
    public required float* Neighbor { get; init; }

    /// <summary>Gaussians to the edge's part, (gaussians × 2 width).</summary>
    public required float* Edge { get; init; }

    /// <summary>A message to its score, (width).</summary>
    public required float* Score { get; init; }

    /// <summary>Bias of the score.</summary>
    public required float Bias { get; init; }

    /// <summary>The envelope of each shell, (shells).</summary>
    public required float* Envelope { get; init; }

    /// <summary>The envelope times the edges of each shell, (shells).</summary>
    public required float* Weight { get; init; }

    /// <summary>Where each atom's shells begin, (atoms + 1).</summary>
    public required int[] FirstEdge { get; init; }

    /// <summary>Atom each shell comes from, (shells).</summary>
    public required int[] Senders { get; init; }

    /// <summary>The Gaussians of each shell.</summary>
    public required GaussianBands Bands { get; init; }
}
