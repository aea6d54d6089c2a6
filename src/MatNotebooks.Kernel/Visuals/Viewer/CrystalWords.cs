using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>A crystal in words: formula, cell, sites, and what the colours and weights range over.</summary>
internal static class CrystalWords
{
    internal static string Of(CrystalView view)
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
        if (view.AtomColors is { } colors) lines.Add(colors.Words().Trim());
        if (view.Weights is { Weights.Count: > 0 } weights) lines.Add(Strongest(view, weights));
        return string.Join('\n', lines);
    }

    private static string Strongest(CrystalView view, BondWeights weights)
    {
        var strongest = weights.Weights.MaxBy(bond => bond.Weight);
        var element = view.Crystal.Sites[strongest.Site].Element.Symbol;
        return $"{weights.Axis.Label} on {weights.Weights.Count} bonds, from {Quantity.Of(weights.Weights.Min(bond => bond.Weight), 3)} to "
            + $"{Quantity.Of(strongest.Weight, 3, weights.Axis.Unit)}; the greatest at {element} (site {strongest.Site}), {strongest.Displacement.Length:0.###} Å away.";
    }
}
