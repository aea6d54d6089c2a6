using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Frameworks.Arem.Events;

/// <summary>What tasks cost, drawn from what real ones did cost.</summary>
public sealed class MeasuredCosts
{
    private readonly double[] sorted;

    /// <summary>Takes measured costs.</summary>
    /// <param name="coreSeconds">What each real task cost, at least one | core-seconds, greater than 0.</param>
    /// <exception cref="ArgumentException">None, or one out of range.</exception>
    public MeasuredCosts(IEnumerable<double> coreSeconds)
    {
        sorted = [.. coreSeconds.Order()];
        if (sorted.Length == 0) throw new ArgumentException("No cost was measured; give at least one.");
        if (!(sorted[0] > 0 && double.IsFinite(sorted[^1])))
            throw new ArgumentException($"Costs go from {sorted[0]} to {sorted[^1]} core-seconds; each must be finite and greater than 0.");
    }

    /// <summary>How many were measured.</summary>
    public int Count => sorted.Length;

    /// <summary>Mean | core-seconds.</summary>
    public double Mean => sorted.Average();

    /// <summary>Costs of the finished tasks of a campaign ledger.</summary>
    /// <exception cref="ArgumentException">None is finished.</exception>
    public static MeasuredCosts Of(CampaignLedger ledger) => new(ledger.Entries.Where(entry => entry.State == TaskState.Done && entry.CoreSeconds > 0).Select(entry => entry.CoreSeconds));

    /// <summary>The same costs, all so many times as high: for tasks of the same spread and another size.</summary>
    /// <param name="factor">How many times, greater than 0.</param>
    public MeasuredCosts Times(double factor) => new(sorted.Select(cost => cost * factor));

    /// <summary>A cost between measured ones | core-seconds.</summary>
    /// <param name="share">Which: 0 for the least, 1 for the greatest; uniform shares draw the distribution.</param>
    public double At(double share)
    {
        var place = Math.Clamp(share, 0, 1) * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
