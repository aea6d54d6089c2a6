using MatNotebooks.Crystals;

namespace MatNotebooks.Features;

/// <summary>What a crystal's symmetry says in numbers: space group, crystal system and Wyckoff positions. Needs spglib (Debian: libsymspg1).</summary>
/// <remarks>A crystal of which spglib finds no symmetry has NaN in every column.</remarks>
public static class SymmetryDescriptors
{
    private const string Source = "spglib";
    private static readonly int[] LastOfSystem = [2, 15, 74, 142, 167, 194, 230];

    private static readonly Feature[] Columns =
    [
        new("space group", "1", Source),
        new("crystal system", "1", "1 triclinic, 2 monoclinic, 3 orthorhombic, 4 tetragonal, 5 trigonal, 6 hexagonal, 7 cubic"),
        new("occupied Wyckoff positions", "1", Source),
        new("least multiplicity", "1", "sites of a Wyckoff position in the conventional cell"),
        new("greatest multiplicity", "1", "sites of a Wyckoff position in the conventional cell"),
        new("atoms of the conventional cell", "1", Source),
    ];

    /// <summary>Describes crystals, in parallel: 6 columns.</summary>
    /// <param name="crystals">The crystals, (rows).</param>
    /// <param name="tolerance">How far sites may be from symmetry | Å, greater than 0. The default is 0.01.</param>
    /// <exception cref="InvalidOperationException">spglib is not installed.</exception>
    public static FeatureTable Of(IReadOnlyList<Crystal> crystals, double tolerance = 0.01)
    {
        Spglib.Require();
        return FeatureTable.Fill(Columns, crystals.Count, (row, values) => Write(crystals[row], tolerance, values));
    }

    private static void Write(Crystal crystal, double tolerance, Span<double> values)
    {
        OccupiedPositions found;
        try
        {
            found = SymmetryFinder.FindPositions(crystal, tolerance);
        }
        catch (InvalidOperationException)
        {
            values.Fill(double.NaN);
            return;
        }
        (values[0], values[1]) = (found.Number, Array.FindIndex(LastOfSystem, last => found.Number <= last) + 1);
        (values[2], values[5]) = (found.Positions.Length, found.Positions.Sum(position => position.Multiplicity));
        (values[3], values[4]) = (found.Positions.Min(position => position.Multiplicity), found.Positions.Max(position => position.Multiplicity));
    }
}
