using MatNotebooks.Formatting;

namespace MatNotebooks.Crystals;

/// <summary>A space group as a table of its names.</summary>
internal sealed class SymmetryFormatterSource : FormatterSource<Symmetry>
{
    protected override string Html(Symmetry symmetry) => new FactTable($"{FactTable.Encode(symmetry.International)} ({symmetry.Number})")
        .Add("crystal system", symmetry.CrystalSystem)
        .Add("point group", symmetry.PointGroup)
        .Add("Hall symbol", symmetry.Hall)
        .Add("operations", $"{symmetry.Operations.Count}")
        .Add("Wyckoff letters", string.Join(' ', symmetry.WyckoffLetters))
        .Add("inequivalent sites", $"{symmetry.EquivalentSites.Distinct().Count()} of {symmetry.EquivalentSites.Count}")
        .ToString();
}
