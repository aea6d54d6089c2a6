using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>Tables, and the values that show as one.</summary>
internal static class TableGallery
{
    internal static IReadOnlyList<(string Name, IRichDisplay Figure)> Figures { get; } =
    [
        ("DataTable", Compounds()),
        ("ShortTable", DataTable.Of(new[] { new { Model = "ridge", Error = 0.0921, Folds = 5 }, new { Model = "forest", Error = 0.0713, Folds = 5 }, new { Model = "GEM-PPM", Error = 0.0314, Folds = 5 } }).With("Error", unit: "eV/atom")),
        ("Crystals", ScienceForms.Of(new List<Crystal> { Crystals.RockSalt, Crystals.Perovskite, Crystals.Quartz })!),
    ];

    private static DataTable Compounds()
    {
        var noise = new Noise(9);
        string[] cations = ["Li", "Na", "K", "Mg", "Ca", "Sr", "Ba", "Zn", "Al", "Ga", "In"], anions = ["O", "S", "Se", "Te", "F", "Cl", "Br", "I", "N", "P"];
        var rows = from cation in cations
                   from anion in anions
                   select new
                   {
                       Formula = cation + anion, Phase = noise.Next() > 0 ? "rocksalt" : "zincblende", Volume = 18 + (6 * noise.Next()),
                       Energy = -1.8 + (0.7 * noise.Next()), Gap = noise.Next() is > 0 and var gap ? 2.5 * gap : (double?)null, Sites = 2,
                   };
        return DataTable.Of(rows.ToList()).With("Volume", unit: "Å³").With("Energy", unit: "eV/atom", format: "F3", heading: "formation energy").With("Gap", unit: "eV", format: "F2") with { Title = "Octet compounds", PageSize = 10 };
    }
}
