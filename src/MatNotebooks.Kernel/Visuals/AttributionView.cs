using MatNotebooks.Crystals;
using MatNotebooks.Interpretability;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>What each atom and bond contributes to a prediction, on the crystal: atoms by colour, bonds by colour and thickness.</summary>
/// <param name="Crystal">The crystal.</param>
/// <param name="Attribution">What its parts contribute.</param>
/// <param name="Unit">Unit of the prediction; empty, the default, for none.</param>
public sealed record AttributionView(Crystal Crystal, Attribution Attribution, string Unit = "") : IRichDisplay
{
    private const double Weak = 0.05; // bonds below this share of the strongest are left out

    /// <summary>Title above the picture; null, the default, for formula and method.</summary>
    public string? Title { get; init; }

    /// <summary>Cells along a, b and c. The default is (1, 1, 1).</summary>
    public (int A, int B, int C) Supercell { get; init; } = (1, 1, 1);

    /// <summary>The picture, to be changed further.</summary>
    /// <exception cref="ArgumentException">The contributions are of another crystal.</exception>
    public CrystalView ToCrystalView()
    {
        Same.Count(Attribution.Atoms.Length, "Atoms of the explanation", Crystal.Sites.Length, "the crystal (sites)");
        var strongest = Attribution.Bonds.Length == 0 ? 0 : Attribution.Bonds.Max(Math.Abs);
        BondWeight[] bonds = [.. Enumerable.Range(0, Attribution.Bonds.Length)
            .Where(bond => Math.Abs(Attribution.Bonds[bond]) > Weak * strongest)
            .Select(bond => new BondWeight(Attribution.Receivers[bond], Step(bond), Attribution.Bonds[bond]))];
        return new CrystalView(Crystal)
        {
            Title = Title ?? Heading,
            Supercell = Supercell,
            Bonds = bonds.Length == 0,
            AtomColors = new(Quantity("atoms"), Attribution.Atoms) { Diverging = Attribution.IsSigned },
            Weights = bonds.Length == 0 ? null : new(Quantity("bonds"), bonds) { Diverging = Attribution.IsSigned },
        };
    }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => ToCrystalView().ToMimeBundle();

    private string Heading => $"{Formula.Subscripted(Crystal.Composition.ReducedFormula)}: {Attribution.Method}";

    // Attention has no unit; contributions and slopes have that of the prediction.
    private Axis Quantity(string part) => Attribution.Method == "attention" ? new($"attention, {part}") : new(Attribution.IsSigned ? $"contribution, {part}" : $"slope, {part}", Unit);

    private Cartesian Step(int bond) => new(Attribution.Displacements[bond][0], Attribution.Displacements[bond][1], Attribution.Displacements[bond][2]);
}
