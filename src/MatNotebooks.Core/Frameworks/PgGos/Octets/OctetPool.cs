using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>Octet compounds that elements can form: two of them with eight valence electrons together, a filled d shell not counted.</summary>
public static class OctetPool
{
    private const int Octet = 8, Carbon = 14;

    /// <summary>Every compound of the elements in rocksalt and zincblende, in the order of the elements.</summary>
    /// <param name="elements">The elements; those that take part in no octet compound are passed over.</param>
    public static ImmutableArray<PlannedCurve> Of(IEnumerable<Element> elements)
    {
        Element[] all = [.. elements.Distinct().Order()];
        return
        [
            .. from first in all.Where(IsCation)
               from second in all.Where(IsAnion)
               where OctetRuleFilter.Valence(first) + OctetRuleFilter.Valence(second) == Octet && IsInOrder(first, second)
               from prototype in new[] { Prototype.Rocksalt, Prototype.Zincblende }
               select new PlannedCurve(new(first.Symbol, second.Symbol), prototype),
        ];
    }

    // Hydrogen makes molecules with halogens; lanthanides and noble gases have no place in the table's kind.
    private static bool IsCation(Element element) => element.Number > 1 && element.Group is 1 or 2 or 3 or 4 or 11 or 12 or 13 or Carbon;

    private static bool IsAnion(Element element) => element.Group is >= Carbon and <= 17;

    // Of two elements of four valence electrons each only one order counts: a metal before the others, the heavier before the lighter.
    private static bool IsInOrder(Element first, Element second) => second.Group != Carbon || first.Block == 'd' || first.Number >= second.Number;
}
