using MatNotebooks.Metrics;
using MathNet.Numerics.Distributions;

namespace MatNotebooks.Surrogates;

/// <summary>How much a point promises when the best value of a function is searched with few evaluations; the next is where it promises most.</summary>
public abstract record Acquisition
{
    private protected Acquisition()
    {
    }

    /// <summary>The promise of a point | unit of the values; only its order counts.</summary>
    /// <param name="belief">What is believed there.</param>
    /// <param name="best">The best value seen so far | unit of the values.</param>
    /// <param name="wanted">Which end is wanted. The default is the least.</param>
    public double Of(Belief belief, double best, Objective wanted = Objective.Least) =>
        wanted == Objective.Least ? OfLeast(belief, best) : OfLeast(belief with { Mean = -belief.Mean }, -best);

    private protected abstract double OfLeast(Belief belief, double best);
}

/// <summary>How much better than the best so far the point will be on average, worse ones counting 0 (Jones, Schonlau and Welch, J. Glob. Optim. 13, 455 (1998)).</summary>
/// <param name="Margin">By how much a value must be better to count | unit of the values. The default is 0.</param>
public sealed record ExpectedImprovement(double Margin = 0) : Acquisition
{
    private protected override double OfLeast(Belief belief, double best)
    {
        var gain = best - Margin - belief.Mean;
        if (belief.Deviation <= 0) return Math.Max(0, gain);
        var scaled = gain / belief.Deviation;
        return (gain * Normal.CDF(0, 1, scaled)) + (belief.Deviation * Normal.PDF(0, 1, scaled));
    }
}

/// <summary>The mean, better by some standard deviations: hopeful where little is known (Srinivas et al., ICML 2010). The best so far plays no part.</summary>
/// <param name="Deviations">How many standard deviations, at least 0. The default is 2.</param>
public sealed record ConfidenceBound(double Deviations = 2) : Acquisition
{
    private protected override double OfLeast(Belief belief, double best) => (Deviations * belief.Deviation) - belief.Mean;
}
