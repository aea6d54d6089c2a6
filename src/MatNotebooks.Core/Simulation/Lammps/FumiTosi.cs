using System.Collections.Immutable;
using System.Globalization;
using MatNotebooks.Chemistry;
using MatNotebooks.Quantities;

namespace MatNotebooks.Simulation.Lammps;

/// <summary>Rigid ions of the alkali halides: Coulomb, Born–Mayer–Huggins repulsion, dispersion with r⁻⁶ and r⁻⁸.</summary>
/// <remarks>
/// V(r) = z₁z₂e²/r + β b exp((σ₁ + σ₂ − r)/ρ) − C/r⁶ − D/r⁸, β = 1 + z₁/n₁ + z₂/n₂ after Pauling (n outer electrons: 2 for Li⁺, else 8).
/// Source: F. G. Fumi, M. P. Tosi, J. Phys. Chem. Solids 25, 31 (1964), ρ and σ; M. P. Tosi, F. G. Fumi, ibid. 25, 45 (1964);
/// dispersion of J. E. Mayer, J. Chem. Phys. 1, 270 (1933). They were fitted to crystals at room temperature.
/// </remarks>
public static class FumiTosi
{
    private const double Repulsion = 0.338e-19 / PhysicalConstants.ElementaryCharge; // b: 0.338e-19 J | eV
    private const double Dispersion = 1e-19 / PhysicalConstants.ElementaryCharge; // C in 1e-79 J m⁶ = 1e-19 J Å⁶, D in 1e-99 J m⁸ = 1e-19 J Å⁸
    private const double Cutoff = 20; // Å; a shell of neighbours that enters there moves the energy by less than 1e-4 eV

    private static readonly Dictionary<string, double> Sizes = new() // σ | Å
    {
        ["Li"] = 0.816, ["Na"] = 1.170, ["K"] = 1.463, ["Rb"] = 1.587, ["F"] = 1.179, ["Cl"] = 1.585, ["Br"] = 1.716, ["I"] = 1.907,
    };

    // ρ | Å; C and D of cation–cation, cation–anion, anion–anion | 1e-79 J m⁶, 1e-99 J m⁸
    private static readonly Dictionary<(string Cation, string Anion), double[]> Salts = new()
    {
        [("Li", "F")] = [0.299, 0.073, 0.8, 14.5, 0.03, 0.6, 17],
        [("Li", "Cl")] = [0.342, 0.073, 2.0, 111, 0.03, 2.4, 223],
        [("Li", "Br")] = [0.353, 0.073, 2.5, 185, 0.03, 3.3, 423],
        [("Li", "I")] = [0.430, 0.073, 3.3, 378, 0.03, 5.3, 1060],
        [("Na", "F")] = [0.330, 1.68, 4.5, 16.5, 0.8, 3.8, 20],
        [("Na", "Cl")] = [0.317, 1.68, 11.2, 116, 0.8, 13.9, 233],
        [("Na", "Br")] = [0.340, 1.68, 14.0, 196, 0.8, 19, 450],
        [("Na", "I")] = [0.386, 1.68, 19.1, 392, 0.8, 31, 1100],
        [("K", "F")] = [0.338, 24.3, 19.5, 18.6, 24, 21, 22],
        [("K", "Cl")] = [0.337, 24.3, 48, 124.5, 24, 73, 250],
        [("K", "Br")] = [0.335, 24.3, 60, 206, 24, 99, 470],
        [("K", "I")] = [0.355, 24.3, 82, 403, 24, 156, 1130],
        [("Rb", "F")] = [0.328, 59.4, 31, 18.9, 82, 40, 23],
        [("Rb", "Cl")] = [0.318, 59.4, 79, 130, 82, 134, 260],
        [("Rb", "Br")] = [0.335, 59.4, 99, 215, 82, 180, 490],
        [("Rb", "I")] = [0.337, 59.4, 135, 428, 82, 280, 1200],
    };

    /// <summary>The salts there are, cation and anion.</summary>
    public static IEnumerable<(Element Cation, Element Anion)> All => Salts.Keys.Select(salt => ((Element)salt.Cation, (Element)salt.Anion));

    /// <summary>The potential of a salt.</summary>
    /// <param name="cation">Li, Na, K or Rb.</param>
    /// <param name="anion">F, Cl, Br or I.</param>
    /// <exception cref="ArgumentException">There are no parameters of this salt.</exception>
    public static InteratomicPotential Of(Element cation, Element anion)
    {
        if (!Salts.TryGetValue((cation.Symbol, anion.Symbol), out var p))
            throw new ArgumentException($"Fumi and Tosi's rocksalt parameters know no {cation.Symbol}{anion.Symbol}; take one of Li, Na, K, Rb with one of F, Cl, Br, I.");
        var (plus, minus, outer) = (Sizes[cation.Symbol], Sizes[anion.Symbol], cation.Symbol == "Li" ? 2.0 : 8.0);
        return new(
            $"Fumi–Tosi {cation.Symbol}{anion.Symbol}",
            "F. G. Fumi, M. P. Tosi, J. Phys. Chem. Solids 25, 31 and 45 (1964)",
            [cation, anion],
            [
                Line($"pair_style born/coul/long {Cutoff}"),
                "kspace_style ewald 1e-8",
                "pair_modify table 0",
                Pair("1 1", 1 + (2 / outer), 2 * plus, p[1], p[4]),
                Pair("1 2", 1 + (1 / outer) - 0.125, plus + minus, p[2], p[5]),
                Pair("2 2", 1 - 0.25, 2 * minus, p[3], p[6]),
            ])
        {
            Charges = [1, -1],
        };

        // LAMMPS adds D/r⁸ where the formula takes it away.
        string Pair(string types, double pauling, double sizes, double c, double d) =>
            Line($"pair_coeff {types} {pauling * Repulsion:G10} {p[0]} {sizes} {c * Dispersion:G10} {-d * Dispersion:G10}");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
