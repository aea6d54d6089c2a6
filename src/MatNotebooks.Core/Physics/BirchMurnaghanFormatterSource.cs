using MatNotebooks.Formatting;

namespace MatNotebooks.Physics;

/// <summary>The numbers of an equation of state.</summary>
internal sealed class BirchMurnaghanFormatterSource : FormatterSource<BirchMurnaghan>
{
    protected override string Html(BirchMurnaghan state) => new FactTable("Birch–Murnaghan equation of state")
        .Add("V₀", state.Volume, "Å³")
        .Add("E₀", state.Energy, "eV")
        .Add("B₀", state.BulkModulus, "GPa")
        .Add("B₀′", state.BulkModulusDerivative)
        .ToString();
}
