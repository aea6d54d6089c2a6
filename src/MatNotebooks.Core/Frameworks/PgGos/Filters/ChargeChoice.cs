using System.Collections.Concurrent;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>Goes through the charges that the elements of a formula can take, and leaves out what cannot balance any more.</summary>
internal sealed class ChargeChoice
{
    private static readonly ConcurrentDictionary<(int Number, int Count, int Mixed), Option[]> Known = new(); // the same few come again in every candidate

    private readonly Element[] elements;
    private readonly Option[][] options;
    private readonly double[] lowest, highest; // totals that the elements from here on can reach
    private readonly Option[] chosen, best;
    private double bestLeft = double.PositiveInfinity, bestCost;

    /// <summary>Prepares the choice.</summary>
    /// <param name="elements">Each once.</param>
    /// <param name="counts">How many atoms of each, at least 1.</param>
    /// <param name="mixed">Into how many states the atoms of one element may part: 1 or 2.</param>
    public ChargeChoice(Element[] elements, int[] counts, int mixed)
    {
        this.elements = elements;
        options = new Option[elements.Length][];
        for (var place = 0; place < elements.Length; place++)
        {
            var key = (elements[place].Number, counts[place], mixed);
            if (!Known.TryGetValue(key, out var all)) Known[key] = all = Options(elements[place], counts[place], mixed);
            options[place] = all;
        }
        (chosen, best) = (new Option[elements.Length], new Option[elements.Length]);
        (lowest, highest) = (new double[elements.Length + 1], new double[elements.Length + 1]);
        for (var place = elements.Length - 1; place >= 0; place--)
        {
            var (least, most) = (int.MaxValue, int.MinValue);
            foreach (var option in options[place]) (least, most) = (Math.Min(least, option.Total), Math.Max(most, option.Total));
            (lowest[place], highest[place]) = (lowest[place + 1] + least, highest[place + 1] + most);
        }
    }

    /// <summary>Mean charge of each element, and what they leave.</summary>
    public (double[] Charges, double Left) Best()
    {
        Go(0, 0, 0);
        return (Array.ConvertAll(best, option => option.Charge), bestLeft);
    }

    private void Go(int place, double total, double cost)
    {
        var least = Math.Max(0, Math.Max(total + lowest[place], -(total + highest[place])));
        if (least > bestLeft || (least == bestLeft && cost >= bestCost)) return;
        if (place == elements.Length)
        {
            cost += Disordered() ? 100 : 0;
            if (bestLeft == least && cost >= bestCost) return;
            (bestLeft, bestCost) = (least, cost);
            chosen.CopyTo(best, 0);
            return;
        }
        foreach (var option in options[place])
        {
            chosen[place] = option;
            Go(place + 1, total + option.Total, cost + option.Cost);
        }
    }

    private bool Disordered()
    {
        var (cation, anion) = (double.NegativeInfinity, double.PositiveInfinity);
        for (var place = 0; place < elements.Length; place++)
        {
            if (elements[place].Electronegativity is not { } value) continue;
            if (chosen[place].Total > 0) cation = Math.Max(cation, value);
            if (chosen[place].Total < 0) anion = Math.Min(anion, value);
        }
        return cation > anion;
    }

    private static Option[] Options(Element element, int count, int mixed)
    {
        var usual = element.OxidationStates.Where(state => state.Standing != OxidationStanding.Known).ToArray();
        var states = usual.Length > 0 ? usual : [.. element.OxidationStates]; // the unusual ones would balance nearly everything
        if (states.Length == 0) return [new(0, 0, 0)];
        var single = states.Select(state => new Option(state.Charge * count, state.Charge, Cost(state)));
        if (mixed == 1 || count == 1) return [.. single.OrderBy(option => option.Cost)];
        var pairs = from low in states
                    from high in states
                    where low.Charge < high.Charge && Math.Sign(low.Charge) == Math.Sign(high.Charge)
                    from share in Enumerable.Range(1, count - 1)
                    let total = ((count - share) * low.Charge) + (share * high.Charge)
                    select new Option(total, (double)total / count, 1 + Cost(low) + Cost(high));
        return [.. single.Concat(pairs).GroupBy(option => option.Total).Select(same => same.MinBy(option => option.Cost)).OrderBy(option => option.Cost)];
    }

    private static double Cost(OxidationState state) => state.Standing switch { OxidationStanding.Common => 0, OxidationStanding.InCrystals => 1, _ => 2 };

    private readonly record struct Option(int Total, double Charge, double Cost);
}
