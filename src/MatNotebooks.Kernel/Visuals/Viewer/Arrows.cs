using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>An arrow from the middle of every drawn atom, beginning inside its ball.</summary>
internal static class Arrows
{
    private const double Longest = 1.6;  // Å, where the scale is ours
    private const double Radius = 0.075; // Å
    private const double Beneath = 1e-6; // shorter arrows, in Å, are none
    internal const string Color = "#b3124f";

    internal static ImmutableArray<SceneArrow> Of(AtomVectors vectors, ImmutableArray<SceneAtom> atoms, Func<Cartesian, Cartesian> turn)
    {
        var scale = vectors.Scale ?? (Greatest(vectors) is > 0 and var greatest ? Longest / greatest : 1);
        var arrows = ImmutableArray.CreateBuilder<SceneArrow>();
        foreach (var atom in atoms)
        {
            var along = scale * vectors.Values[atom.Site];
            if (!double.IsFinite(along.Length) || along.Length < Beneath) continue;
            var direction = turn((1 / along.Length) * along);
            var start = atom.Position + (0.8 * atom.Radius * direction);
            arrows.Add(new(start, start + (along.Length * direction), Radius, Color));
        }
        return arrows.ToImmutable();
    }

    internal static double Greatest(AtomVectors vectors) =>
        vectors.Values.Select(vector => vector.Length).Where(double.IsFinite).DefaultIfEmpty(0).Max();
}
