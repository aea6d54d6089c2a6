using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals;

/// <summary>A position of a crystal and what sits there.</summary>
public sealed record Site
{
    private const double Tolerance = 1e-3; // occupancies are printed with three or four digits

    /// <summary>A site that one element fills.</summary>
    public Site(Element element, Fractional position)
        : this([new Occupant(element)], position)
    {
    }

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
    public Element Element => Occupants.MaxBy(occupant => occupant.Occupancy).Element;

    /// <summary>Whether one species fills the whole site.</summary>
    public bool IsOrdered => Occupants.Length == 1 && Occupants[0].Occupancy > 1 - Tolerance;
}
