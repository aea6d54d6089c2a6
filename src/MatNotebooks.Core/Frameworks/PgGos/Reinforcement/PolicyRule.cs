using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>How a policy is changed by what its choices earned.</summary>
public abstract record PolicyRule
{
    private protected PolicyRule()
    {
    }

    /// <summary>Steps of the optimiser for each draw from the policy.</summary>
    internal virtual int Passes => 1;

    /// <summary>What is to be lowered.</summary>
    /// <param name="logProbability">log π now, (actions).</param>
    /// <param name="drawn">log π when the actions were drawn, (actions).</param>
    /// <param name="advantage">How much better than the others each was, (actions).</param>
    internal abstract Tensor Loss(Tensor logProbability, Tensor drawn, Tensor advantage);

    /// <summary>
    /// Reward less its baseline. The baseline of an action is the mean reward of the <em>other</em> actions of the draw, which does not depend
    /// on it, so that the gradient stays unbiased. The entropy bonus η H(π) of Eq. 31 is a reward of −η log π: its gradient is that of η H.
    /// </summary>
    internal virtual double[] Advantages(IReadOnlyList<double> rewards, IReadOnlyList<float> logProbabilities, double entropyWeight)
    {
        var total = rewards.Zip(logProbabilities, (reward, log) => reward - (entropyWeight * log)).ToArray();
        var sum = total.Sum();
        return Array.ConvertAll(total, own => own - ((sum - own) / (total.Length - 1)));
    }
}
