using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Facts;

/// <summary>Crystals as rows: formula, space group, cell, volume and density.</summary>
internal static class CrystalFacts
{
    private const int MostGroups = 500; // space groups are sought; the rest of a longer list goes without
    private const int MostRows = 10_000;

    internal static DataTable Of(IReadOnlyList<Crystal> crystals)
    {
        var named = crystals.Any(crystal => crystal.Id is not null);
        var groups = SymmetryFinder.IsAvailable && crystals.Count <= MostGroups;
        return DataTable.Of(crystals.Take(MostRows).Select((crystal, index) => Row(crystal, index, named, groups)).ToList()) with
        {
            Title = crystals.Count <= MostRows ? $"{crystals.Count:N0} crystal{(crystals.Count == 1 ? "" : "s")}" : $"The first {MostRows:N0} of {crystals.Count:N0} crystals",
        };
    }

    private static Dictionary<string, object?> Row(Crystal crystal, int index, bool named, bool groups)
    {
        var cell = crystal.Lattice.Parameters;
        var row = new Dictionary<string, object?> { ["index"] = index };
        if (named) row["id"] = crystal.Id;
        row["formula"] = Formula.Subscripted(crystal.Composition.ReducedFormula);
        if (groups) row["space group"] = GroupOf(crystal);
        row["sites"] = crystal.Sites.Length;
        (row["a (Å)"], row["b (Å)"], row["c (Å)"]) = (Round(cell.A, 4), Round(cell.B, 4), Round(cell.C, 4));
        (row["α (°)"], row["β (°)"], row["γ (°)"]) = (Round(cell.Alpha, 2), Round(cell.Beta, 2), Round(cell.Gamma, 2));
        row["volume (Å³)"] = Round(crystal.Volume, 3);
        row["volume per atom (Å³)"] = Round(crystal.Volume / crystal.Sites.Length, 3);
        row["density (g/cm³)"] = Round(crystal.Density, 4);
        return row;
    }

    private static string? GroupOf(Crystal crystal)
    {
        try
        {
            var symmetry = SymmetryFinder.Find(crystal);
            return $"{Symbol(symmetry.International)} ({symmetry.Number})";
        }
        catch (InvalidOperationException)
        {
            return null; // spglib finds none, as where two atoms stand in one place
        }
    }

    // A screw axis bears its number below the line: P3_121 is P3₁21.
    private static string Symbol(string international) =>
        string.Concat(international.Split('_').Select((part, index) => index == 0 || part.Length == 0 ? part : Formula.Subscripted(part[..1]) + part[1..]));

    private static double Round(double value, int digits) => Math.Round(value, digits);
}
