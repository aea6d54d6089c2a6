using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Tokens;

/// <summary>Symmetric forms of many crystals.</summary>
internal static class SymmetricCrystals
{
    /// <summary>Reads crystals in parallel, in their order.</summary>
    public static (SymmetricCrystal? Crystal, string? Problem)[] Of(IReadOnlyList<Crystal> crystals, double tolerance)
    {
        Spglib.Require();
        var read = new (SymmetricCrystal?, string?)[crystals.Count];
        Parallel.For(0, read.Length, row => read[row] = SymmetricCrystal.Of(crystals[row], tolerance));
        return read;
    }
}
