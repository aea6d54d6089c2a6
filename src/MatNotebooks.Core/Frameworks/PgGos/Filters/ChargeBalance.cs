using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>The oxidation states that balance a composition best: least charge left, then the more usual states, then cations less electronegative than anions.</summary>
public sealed class ChargeBalance
{
    private ChargeBalance(Element[] elements, double[] charges, double left, bool isMetallic) =>
        (Elements, Charges, Left, IsMetallic) = (elements, charges, left, isMetallic);

    /// <summary>The elements, each once.</summary>
    public IReadOnlyList<Element> Elements { get; }

    /// <summary>Charge of each element, the mean where its atoms take two states | e.</summary>
    public IReadOnlyList<double> Charges { get; }

    /// <summary>Charge of the formula unit that no choice takes away | e, 0 or more.</summary>
    public double Left { get; }

    /// <summary>Whether there are metals alone, of which ions say nothing.</summary>
    public bool IsMetallic { get; }

    /// <summary>Charge of an element | e; 0 for one that is not there.</summary>
    public double ChargeOf(Element element)
    {
        for (var place = 0; place < Elements.Count; place++)
            if (Elements[place].Number == element.Number) return Charges[place];
        return 0;
    }

    /// <summary>By how much the most electronegative cation surpasses the least electronegative anion, Pauling's scale; −∞ where there are not both.</summary>
    public double Disorder
    {
        get
        {
            var (cation, anion) = (double.NegativeInfinity, double.PositiveInfinity);
            for (var place = 0; place < Elements.Count; place++)
            {
                if (Elements[place].Electronegativity is not { } value) continue;
                if (Charges[place] > 0) cation = Math.Max(cation, value);
                if (Charges[place] < 0) anion = Math.Min(anion, value);
            }
            return cation - anion;
        }
    }

    /// <summary>Balances a crystal.</summary>
    public static ChargeBalance Of(Crystal crystal)
    {
        var (elements, counts) = (new List<Element>(), new List<int>());
        foreach (var site in crystal.Sites)
        {
            var (element, place) = (site.Element, 0);
            while (place < elements.Count && elements[place].Number != element.Number) place++;
            if (place == elements.Count)
            {
                elements.Add(element);
                counts.Add(1);
            }
            else
            {
                counts[place]++;
            }
        }
        return Of([.. elements], [.. counts]);
    }

    /// <summary>Balances a composition of whole amounts.</summary>
    /// <exception cref="ArgumentException">An amount is not whole.</exception>
    public static ChargeBalance Of(Composition composition)
    {
        if (composition.Amounts.Values.FirstOrDefault(amount => Math.Abs(amount - Math.Round(amount)) > 1e-6) is not 0 and var broken)
            throw new ArgumentException($"The composition {composition} holds {broken} of an element; ions are balanced for whole amounts.");
        return Of([.. composition.Elements], [.. composition.Amounts.Values.Select(amount => (int)Math.Round(amount))]);
    }

    private static ChargeBalance Of(Element[] elements, int[] counts)
    {
        if (elements.Length == 1 || !Array.Exists(elements, IsNonmetal)) return new(elements, new double[elements.Length], 0, true);
        var divisor = 0;
        foreach (var count in counts) divisor = GreatestCommonDivisor(divisor, count);
        for (var place = 0; place < counts.Length; place++) counts[place] /= divisor;
        var single = new ChargeChoice(elements, counts, mixed: 1).Best();
        if (single.Left == 0) return new(elements, single.Charges, 0, false);
        var mixed = new ChargeChoice(elements, counts, mixed: 2).Best();
        return mixed.Left < single.Left ? new(elements, mixed.Charges, mixed.Left, false) : new(elements, single.Charges, single.Left, false);
    }

    // H, C, N, O, F, P, S, Cl, As, Se, Br, Te, I.
    private static bool IsNonmetal(Element element) => element.Number is 1 or (>= 6 and <= 9) or (>= 15 and <= 17) or (>= 33 and <= 35) or 52 or 53;

    private static int GreatestCommonDivisor(int one, int other) => other == 0 ? one : GreatestCommonDivisor(other, one % other);
}
