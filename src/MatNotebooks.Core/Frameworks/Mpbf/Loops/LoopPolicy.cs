namespace MatNotebooks.Frameworks.Mpbf.Loops;

/// <summary>How a closed loop spends its labels.</summary>
/// <param name="Name">Name in tables.</param>
/// <param name="IsRevised">Whether the head is fitted anew on all labels each round (the inner loop); else the first one stays.</param>
/// <param name="Exploration">Share of a batch that goes beyond the known while the model drifts, 0 to 1 (the outer loop); 0 never does.</param>
public sealed record LoopPolicy(string Name, bool IsRevised, double Exploration)
{
    /// <summary>The first model, and always what it likes best.</summary>
    public static LoopPolicy Frozen { get; } = new("frozen", false, 0);

    /// <summary>The model is revised, and always what it likes best is labelled.</summary>
    public static LoopPolicy Greedy { get; } = new("greedy", true, 0);

    /// <summary>Inference steering: the model is revised, and half of a batch goes beyond the known as long as drift is seen.</summary>
    public static LoopPolicy Steered { get; } = new("steered", true, 0.5);
}
