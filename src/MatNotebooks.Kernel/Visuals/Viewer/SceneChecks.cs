namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>What a view may ask for.</summary>
internal static class SceneChecks
{
    private const int MostAtoms = 4000;
    private const int MostLabels = 400;

    /// <exception cref="ArgumentException">Values do not fit the sites, or too much would be drawn.</exception>
    internal static void Check(CrystalView view)
    {
        var (cells, sites) = (view.Supercell, view.Crystal.Sites.Length);
        if (cells.A < 1 || cells.B < 1 || cells.C < 1)
            throw new ArgumentException($"Supercell is {cells}; each number of cells must be at least 1.");
        var atoms = (long)sites * cells.A * cells.B * cells.C;
        if (atoms > MostAtoms)
            throw new ArgumentException(
                $"A view of {cells.A}×{cells.B}×{cells.C} cells has {atoms:N0} atoms; at most {MostAtoms:N0} are drawn. Show fewer cells.");
        if (view.AtomColors is { } colors) Same.Count(colors.Values.Count, "AtomColors", sites, "the crystal (sites)");
        if (view.Vectors is { } vectors) Check(vectors, sites);
        CheckLabels(view.Labels, view.AtomColors, atoms);
        if (view.Polyhedra is { Opacity: not (>= 0 and <= 1) } polyhedra)
            throw new ArgumentException($"Opacity of the polyhedra is {polyhedra.Opacity}; it must be 0 to 1.");
        foreach (var bond in view.Weights?.Weights ?? [])
            if (bond.Site < 0 || bond.Site >= sites)
                throw new ArgumentException($"A bond weight names site {bond.Site}; the crystal has sites 0 to {sites - 1}.");
    }

    internal static void CheckLabels(AtomLabels labels, ColorValues? colors, long atoms)
    {
        if (labels == AtomLabels.Value && colors is null)
            throw new ArgumentException("Labels is Value, but no values colour the atoms; add WithAtomValues(...), or take another label.");
        if (labels != AtomLabels.None && atoms > MostLabels)
            throw new ArgumentException($"Labels on {atoms:N0} atoms; at most {MostLabels} are readable. Show fewer cells, or no labels.");
    }

    internal static void Check(AtomVectors vectors, int sites)
    {
        Same.Count(vectors.Values.Count, "Vectors", sites, "the crystal (sites)");
        if (vectors.Scale is { } scale && !(scale > 0 && double.IsFinite(scale)))
            throw new ArgumentException($"Scale of the vectors is {scale} Å per unit; it must be greater than 0 and finite.");
    }
}
