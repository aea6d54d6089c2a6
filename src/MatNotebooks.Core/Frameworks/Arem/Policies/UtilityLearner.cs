using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>
/// Learns from reports what a core-second is worth in each layer: how often a simulation finds something, how much that falls with
/// the staleness of the model that chose and with coarse encoding, and what tasks cost. Older reports count less.
/// </summary>
internal sealed class UtilityLearner(AremOptions options)
{
    private readonly double[] cost = new double[3], tasks = new double[3];
    private double weight, hits, stale, staleSquared, staleHits; // moments of (staleness, hit) over simulations a model chose
    private double fineTries, fineHits, coarseTries, coarseHits;
    private double cycle; // core-seconds of the training and screening under way
    private double refresh = double.NaN; // of a whole one

    /// <summary>Share of simulations that find something.</summary>
    public double HitRate => (hits + (options.PriorHits * options.PriorWeight)) / (weight + options.PriorWeight);

    /// <summary>Core-seconds of a simulation, failed ones counted; NaN before the first.</summary>
    public double SimulationCost => tasks[(int)AremLayer.Steering] > 0 ? cost[(int)AremLayer.Steering] / tasks[(int)AremLayer.Steering] : double.NaN;

    /// <summary>Core-seconds of a training with screening; NaN before the first.</summary>
    public double RefreshCost => refresh;

    /// <summary>By which share the hit rate falls when the staleness rises by 1.</summary>
    public double StalenessLoss
    {
        get
        {
            if (weight <= 0) return options.PriorLoss;
            var (mean, rate) = (stale / weight, hits / weight);
            var (variance, covariance) = ((staleSquared / weight) - (mean * mean), (staleHits / weight) - (mean * rate));
            // Ridge: the prior counts as PriorWeight simulations with a staleness spread by 0.3.
            var prior = options.PriorWeight * 0.09;
            var slope = ((-covariance * weight / Math.Max(HitRate, 1e-6)) + (prior * options.PriorLoss)) / ((variance * weight) + prior);
            return Math.Clamp(slope, options.LeastLoss, 5);
        }
    }

    /// <summary>How much oftener finely encoded candidates are hits than coarsely encoded ones, as a share of the hit rate.</summary>
    public double FineGain
    {
        get
        {
            var prior = options.PriorWeight;
            var coarse = (coarseHits + (HitRate * prior)) / (coarseTries + prior);
            var fine = (fineHits + (HitRate * (1 + options.PriorFineGain) * prior)) / (fineTries + prior);
            return Math.Clamp((fine - coarse) / Math.Max(HitRate, 1e-6), 0, 5);
        }
    }

    /// <summary>Core-seconds of a task of representation; NaN before the first.</summary>
    public double EncodingCost => tasks[0] > 0 ? cost[0] / tasks[0] : double.NaN;

    public void Hear(in TaskReport report)
    {
        var layer = (int)report.Layer;
        cost[layer] = (cost[layer] * options.Memory) + report.CoreSeconds;
        tasks[layer] = (tasks[layer] * options.Memory) + 1;
        if (report.Layer == AremLayer.Inference)
        {
            cycle += report.CoreSeconds;
            if (report.Ending != TaskEnding.Refreshed) return;
            refresh = double.IsNaN(refresh) ? cycle : (0.5 * refresh) + (0.5 * cycle); // the next costs more than all before: labels grow
            cycle = 0;
        }
        else if (report.Layer == AremLayer.Steering && report.Ending != TaskEnding.Failed && !double.IsNaN(report.Staleness))
        {
            Count(report, report.Ending == TaskEnding.Discovery ? 1 : 0);
        }
    }

    private void Count(in TaskReport report, double hit)
    {
        var keep = options.Memory;
        (weight, hits) = ((weight * keep) + 1, (hits * keep) + hit);
        (stale, staleSquared) = ((stale * keep) + report.Staleness, (staleSquared * keep) + (report.Staleness * report.Staleness));
        staleHits = (staleHits * keep) + (report.Staleness * hit);
        if (report.IsFine) (fineTries, fineHits) = ((fineTries * keep) + 1, (fineHits * keep) + hit);
        else (coarseTries, coarseHits) = ((coarseTries * keep) + 1, (coarseHits * keep) + hit);
    }
}
