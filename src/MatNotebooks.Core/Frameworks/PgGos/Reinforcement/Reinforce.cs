using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>REINFORCE with a baseline: ∇J = E[∇ log π (reward − b)] (Eq. 30). Source: Williams, Machine Learning 8, 229 (1992); the baseline after Kool et al. (2019).</summary>
public sealed record Reinforce : PolicyRule
{
    internal override Tensor Loss(Tensor logProbability, Tensor drawn, Tensor advantage) => -(logProbability * advantage).mean();
}
