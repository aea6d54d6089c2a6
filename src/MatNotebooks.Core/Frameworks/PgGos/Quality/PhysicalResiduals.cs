using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Quality;

/// <summary>How far a crystal is from what physics asks, as penalties of a generator (Rᵢ of Eq. 24): 0 where it holds.</summary>
public static class PhysicalResiduals
{
    private const double UnknownRadius = 1.5; // Å, a large atom: an element without radius is not to be squeezed
    private const double ClosestShare = 0.75; // of the sum of covalent radii; ionic and multiple bonds are shorter than single ones

    /// <summary>How much of the shortest allowed distance is missing: 0 where all atoms are at least 0.75 of the sum of their covalent radii apart, 1 where two coincide | no unit.</summary>
    public static double Overlap(Crystal crystal)
    {
        var missing = 0.0;
        for (var first = 0; first < crystal.Sites.Length; first++)
            for (var second = 0; second <= first; second++)
            {
                var least = ClosestShare * (Radius(crystal.Sites[first]) + Radius(crystal.Sites[second]));
                missing = Math.Max(missing, 1 - (crystal.Distance(first, second) / least));
            }
        return missing;
    }

    /// <summary>1 where no charges of the elements add up to 0 with cations less electronegative than anions, else 0 (<see cref="CompositionValidity"/>).</summary>
    public static double Imbalance(Crystal crystal) => CompositionValidity.Holds(crystal.Composition) ? 0 : 1;

    private static double Radius(Site site) => site.Element.CovalentRadius ?? UnknownRadius;
}
