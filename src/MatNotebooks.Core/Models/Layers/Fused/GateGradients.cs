namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops of the backward read and write, beside <see cref="GateArguments"/>.</summary>
internal unsafe struct GateGradients
{
    /// <summary>Of the sums, (atoms × width).</summary>
    public required float* Sum { get; init; }

    /// <summary>Of the normalised shells, (shells × 2 width).</summary>
    public required float* Normalized { get; init; }

    /// <summary>Mean of the mapped shells, (2 width).</summary>
    public required float* Mean { get; init; }

    /// <summary>What the batch's own statistics take back from each edge: a constant part, (2 width).</summary>
    public float* Constant { get; init; }

    /// <summary>And a part by its distance from the mean, (2 width).</summary>
    public float* Slope { get; init; }

    /// <summary>Of the linear map of pairs.</summary>
    public PairGradients Pair { get; init; }
}
