using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>
/// Sticks between atoms that touch: no farther apart than 1.2 times the sum of their covalent radii and than 1.3 times the shortest
/// contact of either. In a salt, ions of like charge are not joined, however large they are, unless they are non-metals that share
/// electrons, as in a carbonate or a peroxide.
/// </summary>
internal static class BondSticks
{
    private const double Radius = 0.11;        // Å
    private const double RadiiSlack = 1.2;
    private const double ContactSlack = 1.3;
    private const double CovalentSlack = 1.15;
    private const double FallbackRadius = 1.5; // Å, for elements without a measured one
    private const double Ionic = 1.7;          // difference in electronegativity where Pauling's bonds are half ionic
    private const double NonMetal = 2.0;       // electronegativity of boron and beyond

    internal static ImmutableArray<SceneStick> Of(ImmutableArray<SceneAtom> atoms)
    {
        var pairs = Pairs(atoms).ToArray();
        var shortest = new double[atoms.Length];
        var contrast = new double[atoms.Length];
        Array.Fill(shortest, double.PositiveInfinity);
        foreach (var pair in pairs)
            foreach (var end in new[] { pair.First, pair.Second })
                (shortest[end], contrast[end]) = (Math.Min(shortest[end], pair.Distance), Math.Max(contrast[end], pair.Contrast));
        return [.. pairs
            .Where(pair => pair.Distance <= ContactSlack * Math.Min(shortest[pair.First], shortest[pair.Second]))
            .Where(pair => pair.Covalent || MayJoin(pair.Contrast, Math.Max(contrast[pair.First], contrast[pair.Second])))
            .SelectMany(pair => Halves(atoms[pair.First], atoms[pair.Second]))];
    }

    private static bool MayJoin(double contrast, double greatest) => greatest < Ionic || contrast >= greatest / 2;

    private static IEnumerable<Pair> Pairs(ImmutableArray<SceneAtom> atoms)
    {
        for (var first = 0; first < atoms.Length; first++)
            for (var second = first + 1; second < atoms.Length; second++)
            {
                var distance = (atoms[second].Position - atoms[first].Position).Length;
                var radii = CovalentRadius(atoms[first]) + CovalentRadius(atoms[second]);
                if (distance is < 0.3 || distance > RadiiSlack * radii) continue;
                var (one, other) = (Electronegativity(atoms[first]), Electronegativity(atoms[second]));
                var covalent = Math.Min(one, other) > NonMetal && distance <= CovalentSlack * radii;
                yield return new(first, second, distance, Math.Abs(one - other), covalent);
            }
    }

    private static double CovalentRadius(SceneAtom atom) => atom.Element.CovalentRadius ?? FallbackRadius;

    private static double Electronegativity(SceneAtom atom) => atom.Element.Electronegativity ?? NonMetal;

    private static IEnumerable<SceneStick> Halves(SceneAtom first, SceneAtom second)
    {
        var middle = 0.5 * (first.Position + second.Position);
        yield return new(first.Position, middle, Radius, first.Color);
        yield return new(second.Position, middle, Radius, second.Color);
    }

    private readonly record struct Pair(int First, int Second, double Distance, double Contrast, bool Covalent);
}
