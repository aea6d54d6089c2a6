using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>A task of a campaign that ran.</summary>
/// <param name="Number">Which of the campaign's tasks, from 0; no number is used twice.</param>
/// <param name="Layer">Whose task.</param>
/// <param name="Worker">On which worker's slot, from 0.</param>
/// <param name="Start">When it began | s of the campaign.</param>
/// <param name="End">When it ended | s of the campaign.</param>
/// <param name="Ending">How.</param>
/// <param name="Subject">What it was about.</param>
public sealed record CampaignSpan(long Number, AremLayer Layer, int Worker, double Start, double End, TaskEnding Ending, string Subject)
{
    /// <summary>What it cost, as far as the worker's word can be believed | core-seconds.</summary>
    public double CoreSeconds { get; init; }

    /// <summary>Where it ran; null for this machine.</summary>
    public string? Where { get; init; }

    /// <summary>Of a simulation: labels its model had not seen, as a share; null where it was chosen blindly.</summary>
    public double? Staleness { get; init; }

    /// <summary>Of a simulation: whether its candidate was encoded finely.</summary>
    public bool IsFine { get; init; }

    /// <summary>The report that a policy hears.</summary>
    internal TaskReport Report => new(Worker, Number, End, Layer, CoreSeconds) { Ending = Ending, Staleness = Staleness ?? double.NaN, IsFine = IsFine };
}
