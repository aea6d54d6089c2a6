namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>How AREM divides; the defaults were chosen on campaigns that no table reports.</summary>
public sealed record AremOptions
{
    /// <summary>κΔt of each feedback step, φ in units of the mean | greater than 0. The default is 0.5.</summary>
    public double Stride { get; init => field = Within(value, 1e-6, 100, nameof(Stride)); } = 0.5;

    /// <summary>Feedback steps for each decision | at least 1. The default is 12.</summary>
    public int Steps { get; init => field = (int)Within(value, 1, 1000, nameof(Steps)); } = 12;

    /// <summary>What a layer with work keeps at least, so that it can grow again | share of the budget, 0 to 0.3. The default is 0.005.</summary>
    public double Floor { get; init => field = Within(value, 0, 0.3, nameof(Floor)); } = 0.005;

    /// <summary>What an older report counts for against the next one | 0.5 to 1. The default is 0.99.</summary>
    public double Memory { get; init => field = Within(value, 0.5, 1, nameof(Memory)); } = 0.99;

    /// <summary>How many simulations the priors count for | greater than 0. The default is 100.</summary>
    public double PriorWeight { get; init => field = Within(value, 1e-3, 1e6, nameof(PriorWeight)); } = 100;

    /// <summary>Hit rate before anything is seen | 0 to 1. The default is 0.1.</summary>
    public double PriorHits { get; init => field = Within(value, 0, 1, nameof(PriorHits)); } = 0.1;

    /// <summary>By which share the hit rate is taken to fall with staleness, before anything is seen | 0 to 5. The default is 1.</summary>
    public double PriorLoss { get; init => field = Within(value, 0, 5, nameof(PriorLoss)); } = 1;

    /// <summary>The least such share, whatever is seen: few discoveries can tell no slope | 0 to 5. The default is 0.2.</summary>
    public double LeastLoss { get; init => field = Within(value, 0, 5, nameof(LeastLoss)); } = 0.2;

    /// <summary>How much oftener finely encoded candidates are taken to be hits, before anything is seen | share, 0 to 5. The default is 0.5.</summary>
    public double PriorFineGain { get; init => field = Within(value, 0, 5, nameof(PriorFineGain)); } = 0.5;

    /// <summary>How much the model's own uncertainty raises the worth of training | 0 (ablation) to 5. The default is 1.</summary>
    public double UncertaintyGain { get; init => field = Within(value, 0, 5, nameof(UncertaintyGain)); } = 1;

    /// <summary>How much a discovery velocity below the expected one raises it | 0 (ablation) to 5. The default is 1.</summary>
    public double VelocityGain { get; init => field = Within(value, 0, 5, nameof(VelocityGain)); } = 1;

    private static double Within(double value, double least, double most, string name) => value >= least && value <= most
        ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be {least} to {most}.");
}
