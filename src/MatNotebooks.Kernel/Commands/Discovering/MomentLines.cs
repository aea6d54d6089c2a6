using MatNotebooks.Frameworks.Arem.Running;

namespace MatNotebooks.Kernel.Commands.Discovering;

/// <summary>Writes a line for whatever an operator would want to know of a campaign that runs, and every few seconds how it stands.</summary>
internal sealed class MomentLines : IProgress<CampaignMoment>
{
    private const double Pause = 5; // s of the campaign

    private double said = double.NegativeInfinity;

    public void Report(CampaignMoment value)
    {
        if (value.Note is { } note) CampaignLines.Line($"{value.Time,8:F1} s  {note}");
        if (value.Time - said < Pause && value.Ended is null) return;
        said = value.Time;
        CampaignLines.Line($"{value.Time,8:F1} s  {Words(value)}");
    }

    /// <summary>How a campaign stands, in a line.</summary>
    public static string Words(CampaignMoment value) => FormattableString.Invariant(
        $"{value.Simulations} of {value.Budget} simulations, {value.Hits} hits, {value.Models} models; cores {value.Shares[0]:0.00} + {value.Shares[1]:0.00} + {value.Shares[2]:0.00}, {100 * value.Utilisation:F1} % used");
}
