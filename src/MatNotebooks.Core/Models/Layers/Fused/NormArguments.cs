namespace MatNotebooks.Models.Layers.Fused;

/// <summary>What the loops over normalised rows read and write, (rows × width) where nothing else is said.</summary>
internal unsafe struct NormArguments
{
    public required int Width { get; init; }

    /// <summary>What is normalised.</summary>
    public required float* Values { get; init; }

    /// <summary>What the result is added to.</summary>
    public required float* Before { get; init; }

    /// <summary>What dropout multiplies with; null without.</summary>
    public required float* Keep { get; init; }

    /// <summary>The result, written by the forward.</summary>
    public float* Result { get; init; }

    /// <summary>Gradient of the result, read by the backward.</summary>
    public float* Above { get; init; }

    /// <summary>Gradient of what the result was added to, written by the backward.</summary>
    public float* OfBefore { get; init; }

    /// <summary>Gradient of what was normalised, written by the backward; in between, that of the normalised rows.</summary>
    public float* OfValues { get; init; }
}
