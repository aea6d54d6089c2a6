using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>A crystal in words: formula, cell, sites, and what polyhedra, colours, weights and arrows range over.</summary>
internal static class CrystalWords
{
    internal static string Of(CrystalView view, Coordination coordination)
    {
        var (crystal, cell) = (view.Crystal, view.Crystal.Lattice.Parameters);
        var content = string.Join(", ", crystal.Composition.Amounts.Select(pair => $"{pair.Value:0.###} {pair.Key.Symbol}"));
        List<string> lines =
        [
            $"Crystal {view.Heading}: {crystal.Sites.Length} sites in the cell ({content}).",
            $"Cell a {cell.A:0.###}, b {cell.B:0.###}, c {cell.C:0.###} Å; α {cell.Alpha:0.##}, β {cell.Beta:0.##}, γ {cell.Gamma:0.##}°; "
            + $"volume {crystal.Lattice.Volume:0.##} Å³.",
        ];
        if (view.Supercell != (1, 1, 1)) lines.Add($"Shown: {view.Supercell.A}×{view.Supercell.B}×{view.Supercell.C} cells.");
        if (view.Polyhedra is { } polyhedra) lines.Add(Of(polyhedra, crystal, coordination));
        if (view.AtomColors is { } colors) lines.Add(colors.Words().Trim());
        if (view.Weights is { Weights.Count: > 0 } weights) lines.Add(Strongest(view, weights));
        if (view.Vectors is { } vectors) lines.Add(Of(vectors, site => $"{crystal.Sites[site].Element.Symbol} (site {site})"));
        return string.Join('\n', lines);
    }

    internal static string Of(AtomVectors vectors, Func<int, string> nameOf)
    {
        var greatest = Enumerable.Range(0, vectors.Values.Count).MaxBy(site => double.IsFinite(vectors.Values[site].Length) ? vectors.Values[site].Length : -1);
        return $"Arrows: {vectors.Axis.Label}, greatest {Quantity.Of(vectors.Values[greatest].Length, 3, vectors.Axis.Unit)} at {nameOf(greatest)}.";
    }

    // "Polyhedra: 1 TiO₆ of 9.93 Å³, 2 SiO₄ of 2.31 to 2.35 Å³."
    private static string Of(CoordinationPolyhedra polyhedra, Crystal crystal, Coordination coordination)
    {
        var kinds = Solids.Centers(polyhedra, coordination, crystal).GroupBy(site => Formula.Subscripted(Shell(crystal, coordination, site))).Select(kind =>
        {
            double[] volumes = [.. kind.Select(site => ConvexHull.Volume([.. coordination.Neighbors[site].Select(neighbor => neighbor.Displacement)]))];
            var (low, high) = (volumes.Min(), volumes.Max());
            return $"{volumes.Length} {kind.Key} of {(high - low < 0.005 ? "" : $"{low:0.00} to ")}{high:0.00} Å³";
        }).ToArray();
        return kinds.Length == 0 ? "Polyhedra: none; no such atom has four or more neighbours." : $"Polyhedra: {string.Join(", ", kinds)}.";
    }

    private static string Shell(Crystal crystal, Coordination coordination, int site) => crystal.Sites[site].Element.Symbol + string.Concat(
        coordination.Neighbors[site].GroupBy(neighbor => crystal.Sites[neighbor.Site].Element).OrderBy(group => group.Key.Number)
            .Select(group => group.Key.Symbol + (group.Count() == 1 ? "" : group.Count())));

    private static string Strongest(CrystalView view, BondWeights weights)
    {
        var strongest = weights.Weights.MaxBy(bond => bond.Weight);
        var element = view.Crystal.Sites[strongest.Site].Element.Symbol;
        return $"{weights.Axis.Label} on {weights.Weights.Count} bonds, from {Quantity.Of(weights.Weights.Min(bond => bond.Weight), 3)} to "
            + $"{Quantity.Of(strongest.Weight, 3, weights.Axis.Unit)}; the greatest at {element} (site {strongest.Site}), {strongest.Displacement.Length:0.###} Å away.";
    }
}
