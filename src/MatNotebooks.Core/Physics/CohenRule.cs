namespace MatNotebooks.Physics;

/// <summary>Bulk modulus of a tetrahedral compound from its bond length alone.</summary>
/// <remarks>M. L. Cohen, Phys. Rev. B 32, 7988 (1985): B = (1971 − 220 λ) d^(−3.5), B in GPa and d in Å.</remarks>
public static class CohenRule
{
    /// <summary>The bulk modulus the rule expects | GPa.</summary>
    /// <param name="bondLength">Distance of nearest neighbours d | Å, greater than 0.</param>
    /// <param name="ionicity">λ: 0 for group IV, 1 for III–V, 2 for II–VI compounds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bond length not greater than 0, or an ionicity outside 0 to 2.</exception>
    public static double BulkModulus(double bondLength, double ionicity)
    {
        if (!(bondLength > 0)) throw new ArgumentOutOfRangeException(nameof(bondLength), bondLength, "A bond length must be greater than 0 Å.");
        if (!(ionicity is >= 0 and <= 2))
            throw new ArgumentOutOfRangeException(nameof(ionicity), ionicity, "The ionicity must be 0 (group IV) to 2 (II–VI); the rule was made for these.");
        return (1971 - (220 * ionicity)) * Math.Pow(bondLength, -3.5);
    }
}
