namespace MatNotebooks.Physics.Elasticity;

/// <summary>The narrowest bounds on the moduli of a mixture of isotropic phases, itself isotropic, of which only the shares are known.</summary>
/// <remarks>Source: Z. Hashin, S. Shtrikman, J. Mech. Phys. Solids 11, 127 (1963).</remarks>
/// <param name="BulkLower">Lower bound of the bulk modulus | GPa.</param>
/// <param name="BulkUpper">Upper bound of the bulk modulus | GPa.</param>
/// <param name="ShearLower">Lower bound of the shear modulus | GPa.</param>
/// <param name="ShearUpper">Upper bound of the shear modulus | GPa.</param>
public sealed record HashinShtrikman(double BulkLower, double BulkUpper, double ShearLower, double ShearUpper)
{
    /// <summary>Finds the bounds.</summary>
    /// <param name="bulk">Bulk modulus of each phase | GPa, 0 or more.</param>
    /// <param name="shear">Shear modulus of each phase | GPa, 0 or more.</param>
    /// <param name="fractions">Share of each phase | 0 to 1, sum 1.</param>
    /// <exception cref="ArgumentException">The lists differ in length, a modulus is negative, or the shares do not add up to 1.</exception>
    public static HashinShtrikman Of(IReadOnlyList<double> bulk, IReadOnlyList<double> shear, IReadOnlyList<double> fractions)
    {
        if (bulk.Count == 0 || bulk.Count != shear.Count || bulk.Count != fractions.Count)
            throw new ArgumentException($"There are {bulk.Count} bulk moduli, {shear.Count} shear moduli and {fractions.Count} shares; each phase has one of each.");
        if (bulk.Concat(shear).Any(value => !(value >= 0 && double.IsFinite(value)))) throw new ArgumentException("A modulus is negative or not finite; moduli are 0 GPa or more.");
        if (fractions.Any(part => part is not (>= 0 and <= 1)) || Math.Abs(fractions.Sum() - 1) > 1e-9)
            throw new ArgumentException($"The shares are {string.Join(", ", fractions)}; each is 0 to 1, and their sum is 1.");
        var ((bulkLow, shearLow), (bulkHigh, shearHigh)) = (With(bulk.Min(), shear.Min()), With(bulk.Max(), shear.Max()));
        return new(bulkLow, bulkHigh, shearLow, shearHigh);

        // Stiffness the surroundings lend: of the softest phase for the lower bound, of the stiffest for the upper.
        (double Bulk, double Shear) With(double k, double g)
        {
            var ofShear = g == 0 ? 0 : g / 6 * ((9 * k) + (8 * g)) / (k + (2 * g));
            return (Mean(bulk, 4 * g / 3), Mean(shear, ofShear));
        }

        double Mean(IReadOnlyList<double> moduli, double lent)
        {
            var parts = moduli.Zip(fractions).Where(phase => phase.Second > 0).ToArray();
            if (lent == 0 && parts.Any(phase => phase.First == 0)) return 0;
            return (1 / parts.Sum(phase => phase.Second / (phase.First + lent))) - lent;
        }
    }
}
