using System.Collections.Immutable;

namespace MatNotebooks.Crystals;

/// <summary>A crystal as spglib's arrays: vectors as columns, positions, and one number for each kind of site.</summary>
internal sealed class SpglibCell
{
    private const int OccupancyDecimals = 3;

    private readonly List<Site> kinds = [];
    private readonly string? id;

    public SpglibCell(Crystal crystal, double tolerance)
    {
        if (!(tolerance > 0 && double.IsFinite(tolerance)))
            throw new ArgumentOutOfRangeException(nameof(tolerance), $"The tolerance is {tolerance} Å; it must be greater than 0. 0.01 is usual.");
        Spglib.Require();
        var (a, b, c) = (crystal.Lattice.A, crystal.Lattice.B, crystal.Lattice.C);
        Lattice = [a.X, b.X, c.X, a.Y, b.Y, c.Y, a.Z, b.Z, c.Z];
        Positions = [.. crystal.Sites.SelectMany(site => (double[])[site.Position.A, site.Position.B, site.Position.C])];
        var numbers = new Dictionary<string, int>();
        Types = [.. crystal.Sites.Select(site => KindOf(site, numbers))];
        id = crystal.Id;
    }

    /// <summary>3×3, row by row, the vectors as columns | Å.</summary>
    public double[] Lattice { get; }

    /// <summary>Fractional coordinates | 3 × sites.</summary>
    public double[] Positions { get; }

    /// <summary>Kind of each site | sites.</summary>
    public int[] Types { get; }

    /// <summary>The crystal that spglib left in its arrays; the lattice is <see cref="Lattice"/>.</summary>
    public Crystal Build(double[] positions, int[] types, int count)
    {
        var l = Lattice;
        var lattice = new Lattice(new(l[0], l[3], l[6]), new(l[1], l[4], l[7]), new(l[2], l[5], l[8]));
        var sites = Enumerable.Range(0, count).Select(i =>
            kinds[types[i]].MovedTo(new Fractional(positions[3 * i], positions[(3 * i) + 1], positions[(3 * i) + 2]).Wrapped));
        return new(lattice, [.. sites], id);
    }

    private int KindOf(Site site, Dictionary<string, int> numbers)
    {
        var key = string.Join(' ', site.Occupants
            .OrderBy(occupant => occupant.Element.Number)
            .Select(occupant => $"{occupant.Element.Symbol}{Math.Round(occupant.Occupancy, OccupancyDecimals)}"));
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers[key] = number = kinds.Count;
            kinds.Add(site);
        }
        return number;
    }
}
