using System.Collections.Immutable;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Frameworks.PgGos.Perovskites;

/// <summary>A cation whose electrons fill their shells, found by counting valence electrons; no table of oxidation states is asked.</summary>
/// <param name="Charge">Charge | e, 1 or more.</param>
/// <param name="Shell">Which shell is filled.</param>
/// <param name="Ease">How readily the element takes this charge beside O²⁻, N³⁻, F⁻ and S²⁻ | no unit, 0 (never) to 1.</param>
/// <remarks>
/// The ease is chemistry's common knowledge as rough numbers: the heavier a p element, the more it keeps its pair of s electrons (inert-pair
/// effect; Drago, J. Phys. Chem. 62, 353, 1958), and V⁵⁺, Cr⁶⁺, Mn⁷⁺, Bi⁵⁺ and their like oxidise what is beside them. It was written down, not fitted.
/// </remarks>
public sealed record ClosedShellIon(int Charge, Shell Shell, double Ease)
{
    /// <summary>The ions of an element, the readiest first; empty for one that has none.</summary>
    public static ImmutableArray<ClosedShellIon> Of(Element element)
    {
        var electrons = element.Block == 'f' ? Math.Min(element.ValenceElectrons, 3) : element.ValenceElectrons;
        IEnumerable<ClosedShellIon> ions = element.Block switch
        {
            'p' => [new(electrons, element.Period <= 3 ? Shell.NobleGas : Shell.FilledD, WithoutPair(electrons, element.Period)), new(electrons - 2, Shell.LonePair, WithPair(electrons, element.Period))],
            'd' when electrons > 10 => [new(electrons - 10, Shell.FilledD, electrons == 12 ? 1 : 0.8)],
            'd' when electrons > 7 => [.. LigandField(electrons, element.Period)],
            _ => [new(electrons, Shell.NobleGas, Emptied(electrons, element.Period))],
        };
        return [.. ions.Where(ion => ion is { Charge: > 0, Ease: > 0 }).OrderByDescending(ion => ion.Ease)];
    }

    private static double Emptied(int electrons, int period) => (electrons switch { <= 4 => 1, 5 => 0.9, 6 => 0.7, _ => 0.3 }) * (period == 4 && electrons >= 5 ? 0.6 : 1);

    private static double WithoutPair(int electrons, int period) => (electrons switch { <= 4 => 1, 5 => 0.7, _ => 0.5 }) * (period == 6 ? 0.5 : 1);

    private static double WithPair(int electrons, int period) => (electrons, period) switch
    {
        (_, <= 2) => 0,
        (_, 3) => 0.02,
        (3, 4) => 0.5,
        (3, 5) or (4, 4) => 0.6,
        _ => 1,
    };

    private static IEnumerable<ClosedShellIon> LigandField(int electrons, int period)
    {
        var ease = period >= 5 ? 0.15 : 0.07;
        if (electrons == 10) yield return new(2, Shell.LigandField, ease); // d⁸
        yield return new(electrons - 6, Shell.LigandField, ease); // d⁶
    }
}
