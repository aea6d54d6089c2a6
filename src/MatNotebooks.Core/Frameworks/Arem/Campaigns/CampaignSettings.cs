using MatNotebooks.Frameworks.Arem.Events;

namespace MatNotebooks.Frameworks.Arem.Campaigns;

/// <summary>What a simulated campaign has and what its tasks cost.</summary>
/// <param name="Simulation">Costs of a simulation | core-seconds.</param>
public sealed record CampaignSettings(MeasuredCosts Simulation)
{
    /// <summary>Cores to divide | at least 3. The default is 16.</summary>
    public int Cores { get; init => field = value >= 3 ? value : throw new ArgumentOutOfRangeException(nameof(Cores), $"Cores is {value}; it must be at least 3."); } = 16;

    /// <summary>What the campaign may spend, idle cores counted | core-seconds, greater than 0. The default is 300 mean simulations.</summary>
    public double Budget { get; init => field = Positive(value, nameof(Budget)); } = 300 * Simulation.Mean;

    /// <summary>Coarse encoding of a candidate | core-seconds, greater than 0. The default is 1.1 µs: descriptors of elements, as measured.</summary>
    public double CoarseCost { get; init => field = Positive(value, nameof(CoarseCost)); } = 1.1e-6;

    /// <summary>Fine encoding of a candidate | core-seconds, greater than 0. The default is 6.2 ms: descriptors of symmetry, as measured.</summary>
    public double FineCost { get; init => field = Positive(value, nameof(FineCost)); } = 6.2e-3;

    /// <summary>Training of one member of an ensemble, each label | core-seconds, greater than 0. The default is 300 epochs at 3,530 crystals a core-second, as measured of GEM-PPM.</summary>
    public double TrainingCost { get; init => field = Positive(value, nameof(TrainingCost)); } = 300 / 3530.0;

    /// <summary>Beginning of a training: the program starts | core-seconds, greater than 0. The default is 0.76, as measured.</summary>
    public double StartCost { get; init => field = Positive(value, nameof(StartCost)); } = 0.76;

    /// <summary>Screening of a candidate by the ensemble | core-seconds, greater than 0. The default is 0.35 ms: GEM-PPM's answer for one crystal, as measured.</summary>
    public double ScreeningCost { get; init => field = Positive(value, nameof(ScreeningCost)); } = 3.5e-4;

    /// <summary>Members of the ensemble, which is how many cores can train at once | at least 1. The default is 5.</summary>
    public int Members { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Members), $"Members is {value}; it must be at least 1."); } = 5;

    /// <summary>Share of simulations that fail after their cost is paid | 0 to 0.9. The default is 0.05.</summary>
    public double Failures
    {
        get;
        init => field = value is >= 0 and <= 0.9 ? value : throw new ArgumentOutOfRangeException(nameof(Failures), $"Failures is {value}; it must be 0 to 0.9.");
    } = 0.05;

    /// <summary>How many times as dear simulations are at the end as at the beginning | greater than 0. The default is 2.</summary>
    public double Drift { get; init => field = Positive(value, nameof(Drift)); } = 2;

    /// <summary>Time between decisions | share of the campaign, greater than 0. The default is 1/400.</summary>
    public double Interval { get; init => field = Positive(value, nameof(Interval)); } = 1.0 / 400;

    /// <summary>How late reports arrive at the policy | s, at least 0. The default is 0.</summary>
    public double TelemetryDelay
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(TelemetryDelay), $"TelemetryDelay is {value} s; it must be finite and at least 0.");
    }

    /// <summary>How long the campaign lasts | s.</summary>
    public double Duration => Budget / Cores;

    private static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be finite and greater than 0.");
}
