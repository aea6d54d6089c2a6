namespace MatNotebooks.Frameworks.Arem.Equilibria;

/// <summary>The three layers that share a campaign's resources.</summary>
public enum AremLayer
{
    /// <summary>Data representation: candidates are encoded.</summary>
    Representation,

    /// <summary>Model inference: models are trained, and screen the candidates.</summary>
    Inference,

    /// <summary>Discovery steering: candidates are chosen and simulated.</summary>
    Steering,
}
