namespace MatNotebooks.Frameworks.Edl.Lattices;

/// <summary>A row of the paper's Table 2, with the measure that stands for its fidelity here.</summary>
/// <param name="Name">The layer, as in the paper.</param>
/// <param name="Measure">What is measured of it.</param>
public sealed record EdlLayer(string Name, string Measure)
{
    /// <summary>Where embeddings lie: neighbours found in a map are neighbours.</summary>
    public static EdlLayer RepresentationalSubstrate { get; } = new("representational substrate", "trustworthiness");

    /// <summary>Where properties are inferred: what a linear probe keeps.</summary>
    public static EdlLayer InferentialManifold { get; } = new("inferential manifold", "probe_r2_kept");

    /// <summary>Where candidates are drawn: neighbours of a crystal are found again.</summary>
    public static EdlLayer GenerativeTraversal { get; } = new("generative traversal zone", "recall10");

    /// <summary>Where errors come back: what calibration keeps.</summary>
    public static EdlLayer FeedbackReticulum { get; } = new("feedback reticulum", "calibration_kept");

    /// <summary>What reaches one end from the other: neighbours stay neighbours.</summary>
    public static EdlLayer VerticalCoupling { get; } = new("vertical coupling", "continuity");

    /// <summary>The layers whose fidelity is measured, bottom first. The apex, Table 2's last row, is where they balance: <see cref="ApexEquilibrium"/>.</summary>
    public static IReadOnlyList<EdlLayer> All { get; } =
        [RepresentationalSubstrate, InferentialManifold, GenerativeTraversal, FeedbackReticulum, VerticalCoupling];
}
