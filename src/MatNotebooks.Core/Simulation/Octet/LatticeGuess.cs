namespace MatNotebooks.Simulation.Octet;

/// <summary>First guess of a lattice constant from compounds that share an element.</summary>
/// <remarks>
/// Were lattice constants sums of radii, a(AB) = a(AD) + a(CB) − a(CD) would hold for every C and D. The guess is the mean over all that
/// are known in the same structure; over the octet table it is 1 % from what was computed in the median, 11 % at worst.
/// </remarks>
public static class LatticeGuess
{
    /// <summary>The guess for a curve | Å; null when no three known compounds close a parallelogram with it.</summary>
    /// <param name="curve">The curve; what is known of it is not used.</param>
    /// <param name="known">Lattice constant of lowest energy of other curves | Å.</param>
    public static double? Of(PlannedCurve curve, IReadOnlyDictionary<PlannedCurve, double> known)
    {
        var (first, second) = (curve.Compound.First, curve.Compound.Second);
        var guesses =
            from sameFirst in known.Keys
            where sameFirst != curve && sameFirst.Prototype == curve.Prototype && sameFirst.Compound.First == first
            from sameSecond in known.Keys
            where sameSecond != curve && sameSecond.Prototype == curve.Prototype && sameSecond.Compound.Second == second
            let opposite = new PlannedCurve(new(sameSecond.Compound.First, sameFirst.Compound.Second), curve.Prototype)
            where opposite != curve && known.ContainsKey(opposite)
            select known[sameFirst] + known[sameSecond] - known[opposite];
        return guesses.Any() ? guesses.Average() : null;
    }
}
