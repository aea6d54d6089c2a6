using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>
/// Sticks between atoms that touch: no farther apart than 1.2 times the sum of their covalent radii and than 1.3 times the shortest
/// contact of either. The second rule keeps the large ions of a salt from being joined to each other.
/// </summary>
internal static class BondSticks
{
    private const double Radius = 0.11; // Å
    private const double RadiiSlack = 1.2;
    private const double ContactSlack = 1.3;
    private const double FallbackRadius = 1.5; // Å, for elements without a measured one

    internal static ImmutableArray<SceneStick> Of(ImmutableArray<SceneAtom> atoms)
    {
        var shortest = new double[atoms.Length];
        Array.Fill(shortest, double.PositiveInfinity);
        var pairs = Pairs(atoms).ToArray();
        foreach (var (first, second, distance) in pairs)
            (shortest[first], shortest[second]) = (Math.Min(shortest[first], distance), Math.Min(shortest[second], distance));
        return [.. pairs
            .Where(pair => pair.Distance <= ContactSlack * Math.Min(shortest[pair.First], shortest[pair.Second]))
            .SelectMany(pair => Halves(atoms[pair.First], atoms[pair.Second]))];
    }

    private static IEnumerable<(int First, int Second, double Distance)> Pairs(ImmutableArray<SceneAtom> atoms)
    {
        for (var first = 0; first < atoms.Length; first++)
            for (var second = first + 1; second < atoms.Length; second++)
            {
                var distance = (atoms[second].Position - atoms[first].Position).Length;
                if (distance > 0.3 && distance <= RadiiSlack * (Covalent(atoms[first]) + Covalent(atoms[second])))
                    yield return (first, second, distance);
            }
    }

    private static double Covalent(SceneAtom atom) => atom.Element.CovalentRadius ?? FallbackRadius;

    private static IEnumerable<SceneStick> Halves(SceneAtom first, SceneAtom second)
    {
        var middle = 0.5 * (first.Position + second.Position);
        yield return new(first.Position, middle, Radius, first.Color);
        yield return new(second.Position, middle, Radius, second.Color);
    }
}
