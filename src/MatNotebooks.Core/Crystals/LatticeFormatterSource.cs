using MatNotebooks.Formatting;

namespace MatNotebooks.Crystals;

/// <summary>A lattice as a table of its vectors.</summary>
internal sealed class LatticeFormatterSource : FormatterSource<Lattice>
{
    protected override string Html(Lattice lattice)
    {
        var (a, b, c, alpha, beta, gamma) = lattice.Parameters;
        return new FactTable($"Lattice, {lattice.Volume:G6} Å³")
            .Heads("vector", "x | Å", "y | Å", "z | Å", "length | Å", "opposite angle | °")
            .Row(Cells("a", lattice.A, a, alpha)).Row(Cells("b", lattice.B, b, beta)).Row(Cells("c", lattice.C, c, gamma))
            .ToString();
    }

    private static string[] Cells(string name, Cartesian vector, double length, double angle) =>
        [name, $"{vector.X:0.####}", $"{vector.Y:0.####}", $"{vector.Z:0.####}", $"{length:0.####}", $"{angle:0.###}"];
}
