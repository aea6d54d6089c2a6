namespace MatNotebooks.Crystals.Formats;

/// <summary>The check every reader makes: no two atoms on one spot.</summary>
internal static class OccupiedSpots
{
    private const double Spot = 0.1; // Å; the shortest bond, H–H, has 0.74
    private const double FullSpot = 1.01; // occupancies are printed with two digits or more

    /// <summary>Returns the crystal when no two sites within 0.1 Å are occupied by more than one atom together.</summary>
    /// <param name="crystal">What was read.</param>
    /// <param name="source">The text it was read from.</param>
    /// <param name="line">The line of a site.</param>
    public static Crystal Checked(Crystal crystal, StructureText source, Func<int, int> line)
    {
        if (PairSweep.AreApart(crystal.Lattice, crystal.Sites, Spot)) return crystal;
        foreach (var (first, second, distance) in PairSweep.Within(crystal.Lattice, [.. crystal.Sites.Select(site => site.Position)], Spot))
        {
            var (one, other) = (crystal.Sites[first], crystal.Sites[second]);
            if (one.Occupancy + other.Occupancy <= FullSpot) continue;
            throw source.Error(
                Math.Max(line(first), line(second)),
                $"two atoms on one spot: sites {first + 1} ({one}) and {second + 1} ({other}) are {distance:0.####} Å apart; at least {Spot} Å are needed. Remove one, or give occupancies that add up to at most 1.");
        }
        return crystal;
    }
}
