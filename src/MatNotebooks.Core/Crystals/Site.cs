using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <summary>A position of a crystal and what sits there.</summary>
public sealed record Site
{
    private const double Tolerance = 1e-3; // occupancies are printed with three or four digits

    // What fills a site alone, by atomic number: millions of sites share a hundred lists.
    private static readonly ImmutableArray<Occupant>[] Alone = [default, .. PeriodicTable.Elements.Select(element => ImmutableArray.Create(new Occupant(element)))];

    /// <summary>A site that one element fills.</summary>
    public Site(Element element, Fractional position) => (Occupants, Position) = (Alone[element.Number], position);

    /// <summary>A site that several species may share.</summary>
    /// <exception cref="ArgumentException">No occupant, an occupancy outside (0, 1], or a sum above 1.</exception>
    public Site(ImmutableArray<Occupant> occupants, Fractional position)
    {
        var total = occupants.Sum(occupant => occupant.Occupancy);
        if (occupants.Any(occupant => !(occupant.Occupancy is > 0 and <= 1 + Tolerance)) || !(total is > 0 and <= 1 + Tolerance))
            throw new ArgumentException(
                $"Occupancies on the site at {position} are {string.Join(" + ", occupants.Select(o => $"{o.Element.Symbol} {o.Occupancy}"))}; each must be in (0, 1] and their sum at most 1.");
        (Occupants, Position) = (occupants, position);
    }

    /// <summary>The species that share the site, at least one.</summary>
    public ImmutableArray<Occupant> Occupants { get; }

    /// <summary>Where the site is.</summary>
    public Fractional Position { get; }

    /// <summary>The species with the greatest occupancy (the first of equals).</summary>
    public Element Element => Occupants.Length == 1 ? Occupants[0].Element : Occupants.MaxBy(occupant => occupant.Occupancy).Element;

    /// <summary>Whether one species fills the whole site.</summary>
    public bool IsOrdered => Occupants.Length == 1 && Occupants[0].Occupancy > 1 - Tolerance;

    /// <summary>Sum of the occupancies | no unit, in (0, 1].</summary>
    public double Occupancy => Occupants.Length == 1 ? Occupants[0].Occupancy : Occupants.Sum(occupant => occupant.Occupancy);

    /// <summary>The same occupants elsewhere.</summary>
    public Site MovedTo(Fractional position) => new(Occupants, position);

    /// <summary>Whether the other site has the same occupants, in the same order, at the same position.</summary>
    public bool Equals(Site? other) =>
        other is not null && Position == other.Position && Occupants.AsSpan().SequenceEqual(other.Occupants.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Position, Occupants.Length, Element);

    /// <summary>Species and position, such as "Na (0, 0, 0)" or "Na0.5 Bi0.5 (0, 0, 0)".</summary>
    public override string ToString() =>
        $"{string.Join(' ', Occupants.Select(o => o.Occupancy == 1 ? o.Element.Symbol : $"{o.Element.Symbol}{o.Occupancy:0.####}"))} {Position}";
}
