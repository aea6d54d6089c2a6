namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops of CGCNN's gate read: rows of memory, one after the other.</summary>
internal unsafe struct GateArguments
{
    /// <summary>Numbers in a message; a pair is mapped to twice as many.</summary>
    public required int Width { get; init; }

    /// <summary>The linear map of the two atoms and the distance, (2 width).</summary>
    public required PairArguments Pair { get; init; }

    /// <summary>Edges each shell stands for, (shells).</summary>
    public required float* Counts { get; init; }

    /// <summary>The mapped shells, (shells × 2 width); null where they are mapped as they are needed.</summary>
    public float* Mapped { get; init; }

    /// <summary>What a mapped shell is multiplied with to be normalised, (2 width).</summary>
    public float* Scale { get; init; }

    /// <summary>What is added after that, (2 width).</summary>
    public float* Shift { get; init; }
}
