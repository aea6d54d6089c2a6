namespace MatNotebooks.Frameworks.Arem.Telemetry;

/// <summary>How a campaign stands when resources are divided anew.</summary>
/// <param name="Time">Now | s since it began.</param>
/// <param name="Cores">What there is to divide | cores.</param>
/// <param name="CoreSecondsLeft">What the budget still holds | core-seconds.</param>
public readonly record struct CampaignState(double Time, double Cores, double CoreSecondsLeft)
{
    /// <summary>Tasks that can run now or do run, by layer: beyond them cores stand idle.</summary>
    public (int Representation, int Inference, int Steering) Runnable { get; init; }

    /// <summary>Labels known.</summary>
    public int Labels { get; init; }

    /// <summary>Candidates without a fine encoding.</summary>
    public int Unencoded { get; init; }

    /// <summary>Share of the variance of labels that the model does not explain where it is about to choose | 0 (sure) to 1 (knows nothing).</summary>
    public double Uncertainty { get; init; }

    /// <summary>Hits the model expects of the next simulations, as a share | 0 to 1.</summary>
    public double ExpectedHits { get; init; }
}
