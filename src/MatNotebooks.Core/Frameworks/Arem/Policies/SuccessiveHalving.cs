using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Policies;

/// <summary>Tries splits in turn on equal parts of the budget, keeps the better half by discoveries, and so on; the last has the rest (Jamieson and Talwalkar, AISTATS 2016).</summary>
public sealed class SuccessiveHalving : IAllocationPolicy
{
    private const double Exploration = 0.5; // of the budget

    private List<double[]> left =
    [
        [0.34, 0.33, 0.33], [0.1, 0.1, 0.8], [0.1, 0.3, 0.6], [0.1, 0.5, 0.4], [0.3, 0.1, 0.6], [0.3, 0.4, 0.3], [0.02, 0.08, 0.9], [0.02, 0.28, 0.7],
    ];

    private double[] found = new double[8];
    private int arm;
    private double whole, began;

    /// <inheritdoc/>
    public string Name => "successive halving";

    /// <inheritdoc/>
    public void Observe(in TaskReport report)
    {
        if (report.Ending == TaskEnding.Discovery) found[arm]++;
    }

    /// <inheritdoc/>
    public void Decide(in CampaignState state, Span<double> cores)
    {
        if (whole == 0) (whole, began) = (state.CoreSecondsLeft, state.CoreSecondsLeft);
        // Three rungs (8, 4 and 2 splits) share what is set aside for trying.
        if (left.Count > 1 && began - state.CoreSecondsLeft >= whole * Exploration / 3 / left.Count)
        {
            began = state.CoreSecondsLeft;
            if (++arm == left.Count)
            {
                left = [.. left.Index().OrderByDescending(split => found[split.Index]).Take(left.Count / 2).Select(split => split.Item)];
                (arm, found) = (0, new double[left.Count]);
            }
        }
        left[arm].CopyTo(cores);
        BudgetSum.Restore(cores, state.Cores);
    }
}
