using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>Proximal policy optimisation: several steps for each draw, held back where π has moved far from what it was. Source: Schulman et al., arXiv:1707.06347.</summary>
public sealed record Ppo : PolicyRule
{
    private const double SmallestSpread = 1e-8;

    /// <summary>How far π may be from what it was before a choice stops pulling | no unit, greater than 0 and less than 1. The default is 0.2.</summary>
    public double Clip
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Clip), $"Clip is {value}; it must be greater than 0 and less than 1.");
    } = 0.2;

    /// <summary>Steps of the optimiser for each draw, at least 1. The default is 4.</summary>
    public int StepsPerDraw
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(StepsPerDraw), $"StepsPerDraw is {value}; it must be at least 1.");
    } = 4;

    internal override int Passes => StepsPerDraw;

    internal override Tensor Loss(Tensor logProbability, Tensor drawn, Tensor advantage)
    {
        var ratio = (logProbability - drawn).exp();
        return -(ratio * advantage).minimum(ratio.clamp(1 - Clip, 1 + Clip) * advantage).mean();
    }

    /// <summary>In units of the draw's spread, so that the clip means the same whatever the reward's unit.</summary>
    internal override double[] Advantages(IReadOnlyList<double> rewards, IReadOnlyList<float> logProbabilities, double entropyWeight)
    {
        var advantages = base.Advantages(rewards, logProbabilities, entropyWeight);
        var spread = Math.Sqrt(advantages.Average(advantage => advantage * advantage));
        return spread < SmallestSpread ? advantages : Array.ConvertAll(advantages, advantage => advantage / spread);
    }
}
