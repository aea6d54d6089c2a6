using System.Collections.Immutable;
using MatNotebooks.Crystals;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>
/// Half sticks whose thickness and colour show a weight: from the receiving site half way to its neighbour, so that the two directions of
/// a bond show side by side. Each is drawn where it lies inside the cells, or at the site itself where no image of it does.
/// </summary>
internal static class WeightSticks
{
    private const double Thinnest = 0.03; // Å
    private const double Thickest = 0.2;
    private const double Slack = 1e-3;    // fractional

    internal static ImmutableArray<SceneStick> Of(CrystalView view, BondWeights weights, SceneFrame frame, ImmutableArray<SceneAtom> atoms)
    {
        var bar = weights.ToColorBar();
        var imagesOf = atoms.ToLookup(atom => atom.Site);
        var sticks = ImmutableArray.CreateBuilder<SceneStick>();
        foreach (var bond in weights.Weights)
        {
            var share = weights.Thickness(bond.Weight);
            var half = view.Crystal.Lattice.ToFractional(0.5 * bond.Displacement);
            var inside = imagesOf[bond.Site].Where(atom => Inside(atom.Fractional, half, view.Supercell)).ToArray();
            var (radius, color, along) = (Thinnest + (share * (Thickest - Thinnest)), bar.Scale.Of(bond.Weight, bar.Range), 0.5 * frame.Turn(bond.Displacement));
            foreach (var atom in inside.Length > 0 ? inside : imagesOf[bond.Site].Take(1))
                sticks.Add(new(atom.Position, atom.Position + along, radius, color));
        }
        return sticks.ToImmutable();
    }

    private static bool Inside(Fractional place, Fractional half, (int A, int B, int C) cells) =>
        Within(place.A + half.A, cells.A) && Within(place.B + half.B, cells.B) && Within(place.C + half.C, cells.C);

    private static bool Within(double value, int cells) => value >= -Slack && value <= cells + Slack;
}
