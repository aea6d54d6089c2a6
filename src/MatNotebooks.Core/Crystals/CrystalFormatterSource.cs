using MatNotebooks.Formatting;

namespace MatNotebooks.Crystals;

/// <summary>A crystal as a picture of its cell, beside its facts.</summary>
internal sealed class CrystalFormatterSource : FormatterSource<Crystal>
{
    protected override string Html(Crystal crystal)
    {
        var (a, b, c, alpha, beta, gamma) = crystal.Lattice.Parameters;
        var name = FactTable.Formula(crystal.Composition.ReducedFormula) + (crystal.Id is { } id ? " · " + FactTable.Encode(id) : "");
        var facts = new FactTable(name)
            .Add("sites", $"{crystal.Sites.Length}{(crystal.IsOrdered ? "" : ", disordered")}")
            .Add("a, b, c", $"{a:0.####}, {b:0.####}, {c:0.####} Å")
            .Add("α, β, γ", $"{alpha:0.###}, {beta:0.###}, {gamma:0.###}°")
            .Add("volume", crystal.Volume, "Å³")
            .Add("density", crystal.Density, "g/cm³");
        return $"<div style=\"display:flex;flex-wrap:wrap;gap:24px;align-items:center\">{CellPicture.Svg(crystal)}<div>{facts}</div></div>";
    }
}
