namespace MatNotebooks.Frameworks.Mpbf.Loops;

/// <summary>A round of a closed loop.</summary>
/// <param name="Labels">Labels after it.</param>
/// <param name="Hits">Hits found after it.</param>
/// <param name="Regions">Regions of the embedding with a label, after it.</param>
/// <param name="Drift">Mean absolute error on the batch before its labels were known, over the head's own leave-one-out error | no unit; about 1 without drift.</param>
/// <param name="Explored">How many of the batch went beyond the known.</param>
public sealed record LoopRound(int Labels, int Hits, int Regions, double Drift, int Explored);
