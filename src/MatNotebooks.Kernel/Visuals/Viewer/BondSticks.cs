using System.Collections.Immutable;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Sticks between the drawn atoms that are bonded, each half in the colour of its atom.</summary>
internal static class BondSticks
{
    internal const double Radius = 0.11; // Å

    internal static ImmutableArray<SceneStick> Of(ImmutableArray<SceneAtom> atoms, Coordination coordination)
    {
        var placeOf = new Dictionary<(int, (int, int, int)), int>();
        foreach (var (place, atom) in atoms.Index()) placeOf[(atom.Site, atom.Shift)] = place;
        var sticks = ImmutableArray.CreateBuilder<SceneStick>();
        foreach (var (place, atom) in atoms.Index())
            foreach (var neighbor in coordination.Neighbors[atom.Site])
                if (placeOf.TryGetValue((neighbor.Site, Sum(atom.Shift, neighbor.Shift)), out var other) && other > place)
                    sticks.AddRange(Halves(atom, atoms[other]));
        return sticks.ToImmutable();
    }

    internal static (int A, int B, int C) Sum((int A, int B, int C) left, (int A, int B, int C) right) =>
        (left.A + right.A, left.B + right.B, left.C + right.C);

    private static IEnumerable<SceneStick> Halves(SceneAtom first, SceneAtom second)
    {
        var middle = 0.5 * (first.Position + second.Position);
        yield return new(first.Position, middle, Radius, first.Color);
        yield return new(second.Position, middle, Radius, second.Color);
    }
}
