namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>How an optimisation stands after a draw.</summary>
/// <param name="Number">Draws done, from 1.</param>
/// <param name="Steps">Draws that will be done.</param>
/// <param name="MeanReward">Mean reward of the draw, the entropy bonus not among it.</param>
/// <param name="BestReward">Greatest reward of the draw.</param>
/// <param name="Entropy">Estimate of the policy's entropy, mean −log π of the draw | nat.</param>
public sealed record PolicyStep(int Number, int Steps, double MeanReward, double BestReward, double Entropy)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"step {Number} of {Steps}: reward {MeanReward:f3}, best {BestReward:f3}, entropy {Entropy:f2} nat";
}
