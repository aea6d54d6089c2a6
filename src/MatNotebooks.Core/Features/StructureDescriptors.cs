using MatNotebooks.Crystals;

namespace MatNotebooks.Features;

/// <summary>What a crystal's geometry says in a few numbers: density, volume per atom, packing, nearest distance, coordination.</summary>
/// <remarks>
/// The packing fraction is the volume of spheres of the atomic radii (Slater) over that of the cell; NaN where an element has no such
/// radius, as noble gases do.
/// </remarks>
public static class StructureDescriptors
{
    private static readonly Feature[] Columns =
    [
        new("density", "g/cm³", "masses and cell"),
        new("volume per atom", "Å³", "cell"),
        new("packing fraction", "1", "spheres of Slater's atomic radii"),
        new("shortest distance", "Å", "nearest neighbours"),
        new("mean coordination", "1", "neighbours within 1.1 × the nearest"),
        new("least coordination", "1", "neighbours within 1.1 × the nearest"),
        new("greatest coordination", "1", "neighbours within 1.1 × the nearest"),
        new("deviation of coordination", "1", "standard deviation over the sites"),
    ];

    /// <summary>Describes crystals, in parallel: 8 columns.</summary>
    /// <param name="crystals">The crystals, (rows).</param>
    /// <exception cref="ArgumentException">Two atoms of one are less than 0.01 Å apart; the message names it.</exception>
    public static FeatureTable Of(IReadOnlyList<Crystal> crystals) => FeatureTable.Fill(Columns, crystals.Count, (row, values) => Write(crystals[row], values));

    private static void Write(Crystal crystal, Span<double> values)
    {
        var coordination = Coordination.Of(crystal);
        var (sites, sum, squares, least, greatest, nearest) = (crystal.Sites.Length, 0.0, 0.0, double.PositiveInfinity, 0.0, double.PositiveInfinity);
        for (var site = 0; site < sites; site++)
        {
            double number = double.IsNaN(coordination.Nearest[site]) ? double.NaN : coordination.Numbers[site];
            (sum, squares) = (sum + number, squares + (number * number));
            (least, greatest) = (Math.Min(least, number), Math.Max(greatest, number));
            nearest = Math.Min(nearest, coordination.Nearest[site]);
        }
        (values[0], values[1]) = (crystal.Density, crystal.Volume / sites);
        values[2] = SphereVolume(crystal) / crystal.Volume;
        (values[3], values[4], values[5], values[6]) = (nearest, sum / sites, least, greatest);
        values[7] = Math.Sqrt(Math.Max(0, (squares / sites) - (sum / sites * (sum / sites))));
    }

    /// <summary>Volume of the atoms' spheres in one cell | Å³; NaN where a radius is not known.</summary>
    private static double SphereVolume(Crystal crystal)
    {
        var cubes = 0.0;
        foreach (var site in crystal.Sites)
            foreach (var (element, occupancy) in site.Occupants)
                cubes += occupancy * Math.Pow(element.AtomicRadius ?? double.NaN, 3);
        return 4 * Math.PI / 3 * cubes;
    }
}
