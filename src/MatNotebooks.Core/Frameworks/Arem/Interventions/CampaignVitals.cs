using MatNotebooks.Frameworks.Arem.Campaigns;

namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>Figures by which disequilibria are seen.</summary>
/// <param name="EncodingShare">Share of the core-seconds spent on encoding | 0 to 1.</param>
/// <param name="TrainingShare">Share spent on training and screening | 0 to 1.</param>
/// <param name="RefreshShare">From one model to the next | share of the campaign, 0 to 1.</param>
/// <param name="IdleShare">Share in which cores had no task | 0 to 1.</param>
/// <param name="Reversals">How often a layer's cores changed direction, for each decision | 0 to 1.</param>
/// <param name="Velocity">Discoveries each 1,000 core-seconds.</param>
/// <param name="BlindShare">Share of simulations that no model chose | 0 to 1.</param>
public readonly record struct CampaignVitals(
    double EncodingShare, double TrainingShare, double RefreshShare, double IdleShare, double Reversals, double Velocity, double BlindShare)
{
    /// <summary>Reads them from a finished, or a part of a, campaign that kept its course.</summary>
    /// <param name="outcome">How it went.</param>
    /// <param name="settings">Under which settings.</param>
    public static CampaignVitals Of(CampaignOutcome outcome, CampaignSettings settings)
    {
        var reversals = 0;
        for (var place = 2; place < outcome.Course.Length; place++)
        {
            var (before, now) = (outcome.Course[place - 1].Inference - outcome.Course[place - 2].Inference, outcome.Course[place].Inference - outcome.Course[place - 1].Inference);
            if (before * now < 0 && Math.Abs(now) > 0.02 * settings.Cores) reversals++;
        }
        return new(
            outcome.Spent[0] / settings.Budget, outcome.Spent[1] / settings.Budget, 1.0 / Math.Max(1, outcome.Refreshes), 1 - outcome.Utilisation,
            reversals / (double)Math.Max(1, outcome.Course.Length), 1000 * outcome.Discoveries.Length / settings.Budget, outcome.BlindShare);
    }
}
