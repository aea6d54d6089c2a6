namespace MatNotebooks.Frameworks.Edl.Lattices;

/// <summary>How well Eq. 1 foretells what the next step of compression does to fidelity, on lattices that its coupling was not fitted to.</summary>
/// <param name="Steps">How many changes were foretold.</param>
/// <param name="SignShare">Share of changes of at least 0.005 whose sign was right | no unit, 0 to 1; NaN where none is.</param>
/// <param name="FallingShare">Share of the same changes that were falls: what a forecast that always says "it falls" would have right.</param>
/// <param name="Error">Mean absolute error of the change | fidelity.</param>
/// <param name="ErrorOfRepeating">The same of the forecast that the next step does what the last one did.</param>
/// <param name="ErrorOfNothing">The same of the forecast that nothing changes: the mean absolute change.</param>
/// <param name="WorstLayerShare">Share of steps at which the layer that loses most was named | no unit, 0 to 1.</param>
public sealed record FieldForecast(int Steps, double SignShare, double FallingShare, double Error, double ErrorOfRepeating, double ErrorOfNothing, double WorstLayerShare)
{
    private const double Noticeable = 0.005;

    /// <summary>Judges a coupling.</summary>
    /// <param name="coupling">T, fitted to other lattices.</param>
    /// <param name="lattices">The lattices that judge, at least one with three levels.</param>
    /// <param name="reciprocity">λ. The default is 1.</param>
    /// <exception cref="ArgumentException">No step to judge by.</exception>
    public static FieldForecast Of(CouplingTensor coupling, IReadOnlyList<EmbedmentLattice> lattices, double reciprocity = 1)
    {
        var judged = lattices.SelectMany(lattice => Enumerable.Range(1, Math.Max(0, lattice.Bytes.Count - 2)).Select(level => (
            Foretold: lattice.Displacement(level, coupling, reciprocity), Before: lattice.FidelityGradient(level), Found: lattice.FidelityGradient(level + 1)))).ToArray();
        if (judged.Length == 0) throw new ArgumentException("There is no step to judge the coupling by; give lattices of at least three levels.");
        var changes = judged.SelectMany(step => Enumerable.Range(0, step.Found.Length).Select(layer => (Foretold: step.Foretold[layer], Before: step.Before[layer], Found: step.Found[layer]))).ToArray();
        var signs = changes.Where(change => Math.Abs(change.Found) >= Noticeable).ToArray();
        return new(
            changes.Length,
            signs.Length == 0 ? double.NaN : signs.Average(change => Math.Sign(change.Foretold) == Math.Sign(change.Found) ? 1.0 : 0),
            signs.Length == 0 ? double.NaN : signs.Average(change => change.Found < 0 ? 1.0 : 0),
            changes.Average(change => Math.Abs(change.Foretold - change.Found)),
            changes.Average(change => Math.Abs(change.Before - change.Found)),
            changes.Average(change => Math.Abs(change.Found)),
            judged.Average(step => Array.IndexOf(step.Foretold, step.Foretold.Min()) == Array.IndexOf(step.Found, step.Found.Min()) ? 1.0 : 0));
    }
}
