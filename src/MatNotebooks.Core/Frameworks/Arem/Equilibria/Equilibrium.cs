using System.Collections.Immutable;

namespace MatNotebooks.Frameworks.Arem.Equilibria;

/// <summary>The division at which one more core is worth the same everywhere (A1): it maximises Σ u(r) under Σ r = R, 0 ≤ r ≤ capacity.</summary>
/// <param name="Cores">What each layer gets | cores; they sum to the budget.</param>
/// <param name="Price">What a core is worth there, the multiplier μ | discoveries per core-second.</param>
/// <param name="Residual">How far the conditions of Karush, Kuhn and Tucker are from being met, as a share of the price | no unit, 0 at the optimum.</param>
/// <param name="Unusable">What no layer has work for; it is spread evenly over all | cores.</param>
/// <remarks>Eq. A1, a reconstruction: the paper's own equation is lost.</remarks>
public sealed record Equilibrium(ImmutableArray<double> Cores, double Price, double Residual, double Unusable)
{
    private const double Rounding = 1e-12; // of the budget

    private const int Halvings = 200; // of the price's logarithm: far beyond the 53 bits of a number

    /// <summary>Solves it by water-filling: the price is halved in until what the layers would buy at it is what there is.</summary>
    /// <param name="utilities">The layers, at least one.</param>
    /// <param name="budget">R | cores, finite, at least 0.</param>
    /// <exception cref="ArgumentException">No layer.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A budget below 0 or not finite.</exception>
    public static Equilibrium Of(IReadOnlyList<LayerUtility> utilities, double budget)
    {
        if (utilities.Count == 0) throw new ArgumentException("There is no layer to divide the budget among; give at least one.");
        if (!(budget >= 0 && double.IsFinite(budget)))
            throw new ArgumentOutOfRangeException(nameof(budget), $"The budget is {budget} cores; it must be finite and at least 0.");
        var room = utilities.Sum(utility => utility.Capacity);
        var unusable = Math.Max(0, budget - room);
        var usable = budget - unusable;
        var (price, cores) = unusable > 0 ? (0, utilities.Select(utility => utility.Capacity).ToArray()) : Fill(utilities, usable);
        for (var layer = 0; layer < cores.Length; layer++) cores[layer] += unusable / cores.Length;
        BudgetSum.Restore(cores, budget);
        return new([.. cores], price, unusable > 0 || budget == 0 ? 0 : ResidualOf(utilities, cores, price, Rounding * budget), unusable);
    }

    private static (double Price, double[] Cores) Fill(IReadOnlyList<LayerUtility> utilities, double budget)
    {
        var (low, high) = (1e-300, 1e300);
        for (var step = 0; step < Halvings && high / low > 1 + 1e-15; step++)
        {
            var middle = Math.Sqrt(low) * Math.Sqrt(high);
            if (utilities.Sum(utility => Bought(utility, middle)) > budget) low = middle;
            else high = middle;
        }
        double[] cores = [.. utilities.Select(utility => Bought(utility, high))];
        // A linear utility buys nothing above its price and everything below: the rest is theirs, in proportion to what they would take.
        double[] wanted = [.. utilities.Select((utility, layer) => Math.Min(Bought(utility, low), budget) - cores[layer])];
        var rest = budget - cores.Sum();
        if (wanted.Sum() is > 0 and var sum)
            for (var layer = 0; layer < cores.Length; layer++) cores[layer] = Math.Min(utilities[layer].Capacity, cores[layer] + (rest * wanted[layer] / sum));
        Overflow(utilities, cores, budget);
        return (high, cores);
    }

    // What the proportion left over because a capacity was met, or because nothing is worth anything.
    private static void Overflow(IReadOnlyList<LayerUtility> utilities, double[] cores, double budget)
    {
        for (var layer = 0; layer < cores.Length && budget - cores.Sum() > Rounding * budget; layer++)
            cores[layer] += Math.Clamp(budget - cores.Sum(), 0, Math.Max(0, utilities[layer].Capacity - cores[layer]));
    }

    private static double Bought(LayerUtility utility, double price) => Math.Min(utility.Capacity, utility.CoresAt(price));

    private static double ResidualOf(IReadOnlyList<LayerUtility> utilities, double[] cores, double price, double nothing)
    {
        var worst = 0.0;
        for (var layer = 0; layer < cores.Length; layer++)
        {
            if (utilities[layer].Capacity == 0) continue;
            var gap = utilities[layer].Marginal(cores[layer]) - price;
            var isEmpty = cores[layer] <= nothing;
            var isFull = cores[layer] >= utilities[layer].Capacity * (1 - Rounding);
            worst = Math.Max(worst, isEmpty ? Math.Max(0, gap) : isFull ? Math.Max(0, -gap) : Math.Abs(gap));
        }
        return price > 1e-290 ? worst / price : 0; // nothing is worth anything: every division is as good
    }
}
