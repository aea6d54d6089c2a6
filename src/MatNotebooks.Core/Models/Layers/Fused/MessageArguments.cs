namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops over shells read: rows of tensors on the processor, one after the other.</summary>
internal unsafe struct MessageArguments
{
    /// <summary>Numbers in a message.</summary>
    public required int Width { get; init; }

    /// <summary>The linear map of the two atoms and the distance, (2 width).</summary>
    public required PairArguments Pair { get; init; }

    /// <summary>A message to its score, (width).</summary>
    public required float* Score { get; init; }

    /// <summary>Bias of the score.</summary>
    public required float Bias { get; init; }

    /// <summary>The envelope of each shell, (shells).</summary>
    public required float* Envelope { get; init; }

    /// <summary>The envelope times the edges of each shell, (shells).</summary>
    public required float* Weight { get; init; }
}
