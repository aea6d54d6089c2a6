namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops of the backward read and write, beside <see cref="MessageArguments"/>.</summary>
internal unsafe struct MessageGradients
{
    /// <summary>Of the sums, (atoms × width).</summary>
    public required float* Sum { get; init; }

    /// <summary>Of the attention, (shells); null when nothing depends on it.</summary>
    public required float* Attention { get; init; }

    /// <summary>Of the linear map of pairs.</summary>
    public required PairGradients Pair { get; init; }

    /// <summary>Of this part of the batch by the score's map, added to, (width), and by its bias after that, (1).</summary>
    public required float* Score { get; init; }
}
