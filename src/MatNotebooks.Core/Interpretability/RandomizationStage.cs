namespace MatNotebooks.Interpretability;

/// <summary>How much an explanation is still like that of the trained network when a part of it, and all parts after it, are shuffled.</summary>
/// <param name="Part">The part that was shuffled last.</param>
/// <param name="Atoms">Rank correlation over atoms | no unit, −1 to 1; NaN where all contributions are equal.</param>
/// <param name="Bonds">Rank correlation over bonds | the same.</param>
public sealed record RandomizationStage(string Part, double Atoms, double Bonds);
