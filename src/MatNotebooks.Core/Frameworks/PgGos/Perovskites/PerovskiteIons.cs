using MatNotebooks.Chemistry;

namespace MatNotebooks.Frameworks.PgGos.Perovskites;

/// <summary>The charges that explain a perovskite best, and what follows from them: size, neutrality, filled shells.</summary>
/// <param name="A">The ion on the A site.</param>
/// <param name="B">The ion on the B site.</param>
/// <param name="Imbalance">Charge left over | e, 0 or more; 0 where the ions balance.</param>
/// <param name="Ease">How readily both take these charges | no unit, 0 (they do not balance) to 1.</param>
/// <param name="Tolerance">Goldschmidt's tolerance factor (r_A + r_X) / (√2 (r_B + r_X)) | no unit; perovskites form at about 0.8 to 1.1.</param>
/// <param name="Octahedral">Octahedral factor r_B / r_X | no unit; octahedra are stable from about 0.41.</param>
/// <param name="AnionElectronegativity">Mean of the anions, Pauling's scale.</param>
/// <param name="IsEven">Whether the cell holds an even number of valence electrons; with an odd one it cannot have a gap.</param>
/// <remarks>Radii: Shannon, Acta Cryst. A 32, 751 (1976); tolerance factor: Goldschmidt, Naturwissenschaften 14, 477 (1926).</remarks>
public sealed record PerovskiteIons(
    ClosedShellIon A, ClosedShellIon B, int Imbalance, double Ease, double Tolerance, double Octahedral, double AnionElectronegativity, bool IsEven)
{
    private static readonly ClosedShellIon Unknown = new(3, Shell.Open, 0);

    /// <summary>Whether the ions balance and fill their shells.</summary>
    public bool IsClosedShell => Imbalance == 0 && Ease > 0;

    /// <summary>Whether A fits its cage and B its octahedron: tolerance 0.8 to 1.1, octahedral factor from 0.4.</summary>
    public bool Fits => Tolerance is > 0.8 and < 1.1 && Octahedral > 0.4;

    /// <summary>Finds the ions of a perovskite.</summary>
    public static PerovskiteIons Of(Perovskite perovskite)
    {
        var wanted = -perovskite.Anions.Sum(anion => AnionCharge(anion));
        var pairs = Ions(perovskite.A).SelectMany(a => Ions(perovskite.B).Select(b => (A: a, B: b, Left: Math.Abs(a.Charge + b.Charge - wanted)))).ToArray();
        var (ionA, ionB, left) = pairs.OrderBy(pair => pair.Left).ThenByDescending(pair => pair.A.Ease * pair.B.Ease).First();
        var anionRadius = perovskite.Anions.Average(anion => RadiusOf(anion, AnionCharge(anion), 6));
        var (radiusA, radiusB) = (RadiusOf(perovskite.A, ionA.Charge, 12), RadiusOf(perovskite.B, ionB.Charge, 6));
        var electrons = new[] { perovskite.A, perovskite.B }.Concat(perovskite.Anions).Sum(element => element.Number); // an even core does not change it
        return new(
            ionA, ionB, left, left == 0 ? ionA.Ease * ionB.Ease : 0,
            (radiusA + anionRadius) / (Math.Sqrt(2) * (radiusB + anionRadius)), radiusB / anionRadius,
            perovskite.Anions.Average(anion => anion.Electronegativity!.Value), electrons % 2 == 0);
    }

    /// <summary>Radius of an ion in a coordination; from the nearest one that Shannon lists where this one is missing | Å.</summary>
    internal static double RadiusOf(Element element, int charge, int coordination)
    {
        const double perNeighbor = 0.03, perCharge = -0.05; // Å, the usual steps in Shannon's table
        var near = element.IonicRadii.Where(ion => ion.Shape == "" && ion.Spin != "low")
            .MinBy(ion => (10 * Math.Abs(ion.Charge - charge)) + Math.Abs(ion.Coordination - coordination));
        if (near is null) return 0.6 * (element.CovalentRadius ?? 1.5);
        return near.Radius + (perNeighbor * (coordination - near.Coordination)) + (perCharge * (charge - near.Charge));
    }

    private static IReadOnlyList<ClosedShellIon> Ions(Element element) => ClosedShellIon.Of(element) is { IsEmpty: false } ions ? ions : [Unknown];

    private static int AnionCharge(Element anion) => anion.ValenceElectrons - 8;
}
