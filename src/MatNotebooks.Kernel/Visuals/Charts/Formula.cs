namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Chemical formulas as people write them.</summary>
internal static class Formula
{
    /// <summary>A formula with its counts below the line: SiO2 becomes SiO₂, Na0.5 keeps its point.</summary>
    internal static string Subscripted(string formula) =>
        string.Concat(formula.Select(letter => char.IsAsciiDigit(letter) ? (char)('₀' + (letter - '0')) : letter));
}
