using System.Collections.Immutable;

namespace MatNotebooks.Crystals.Diffraction;

/// <summary>The powder diffraction pattern of a crystal, from its structure factors.</summary>
/// <remarks>
/// The intensity of a peak is Σ |F|² over the planes that reflect at its angle, times the factor of Lorentz and polarisation,
/// (1 + cos² 2θ) / (sin² θ cos θ), for neutrons 1 / (sin² θ cos θ). Form factors: De Graef and McHenry, Structure of Materials, chapter 12.
/// Absorption, extinction, texture, thermal diffuse and anomalous scattering are left out.
/// </remarks>
public sealed class DiffractionPattern
{
    private const double SameAngle = 1e-5;   // degrees: closer reflections are one peak
    private const double Weakest = 1e-3;     // of 100: weaker peaks are left out, as they come of rounding alone where planes extinguish

    private readonly Reflections reflections;
    private readonly (int First, int Last)[] groups; // the reflections of each peak
    private readonly double[] angles, intensities;
    private readonly Lazy<ImmutableArray<DiffractionPeak>> peaks;

    private DiffractionPattern(Crystal crystal, DiffractionOptions options)
    {
        options.Check();
        (Crystal, Options, reflections) = (crystal, options, Reflections.Of(crystal, options));
        (groups, angles, intensities) = Merged();
        peaks = new(() => [.. Enumerable.Range(0, angles.Length).Select(Peak)]);
    }

    /// <summary>The crystal.</summary>
    public Crystal Crystal { get; }

    /// <summary>How the pattern was taken.</summary>
    public DiffractionOptions Options { get; }

    /// <summary>The peaks from small angles to great ones; none where no planes reflect within the range.</summary>
    public ImmutableArray<DiffractionPeak> Peaks => peaks.Value;

    /// <summary>Computes a pattern.</summary>
    /// <param name="crystal">The crystal; shared sites scatter by their occupancies.</param>
    /// <param name="options">Radiation and range. The default is Cu Kα from 0° to 90°.</param>
    /// <exception cref="ArgumentException">
    /// Options out of range, an element whose scattering nobody has tabulated (beyond californium; neutrons: also a few radioactive ones), or
    /// more than 4,000,000 reflections.
    /// </exception>
    public static DiffractionPattern Of(Crystal crystal, DiffractionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(crystal);
        return new(crystal, options ?? new());
    }

    /// <summary>The pattern as a curve of fixed length whose greatest value is 1, for plots and for networks that read patterns.</summary>
    /// <param name="profile">Angles and peak shape. The default is 1701 angles from 5° to 90°.</param>
    /// <returns>Intensity at each angle | 0 to 1, (profile.Points); all 0 where there is no peak.</returns>
    /// <exception cref="ArgumentException">The profile is out of range.</exception>
    public float[] Curve(PeakProfile? profile = null) => (profile ?? new()).Curve(angles, intensities);

    /// <summary>One line: formula, radiation, number of peaks and the strongest.</summary>
    public override string ToString() =>
        $"{Crystal.Composition.ReducedFormula}, {Options.Radiation}: {angles.Length} peaks"
        + (angles.Length == 0 ? "" : $", strongest {Peaks.MaxBy(peak => peak.Intensity)}");

    private ((int First, int Last)[] Groups, double[] Angles, double[] Intensities) Merged()
    {
        var (found, wave) = (new List<((int, int) Group, double Angle, double Strength)>(), Options.Radiation.Wavelength);
        var squares = reflections.Reciprocal;
        for (int first = 0, last; first < squares.Length; first = last)
        {
            var length = Math.Sqrt(squares[first]);
            var sine = Math.Min(1, length * wave / 2);
            var cosine = Math.Sqrt(1 - (sine * sine));
            // 2θ rises by λ Δ(1/d) / cos θ.
            var reach = squares[first] + (SameAngle * Math.PI / 180 * 2 * length * cosine / wave);
            var strength = 0.0;
            for (last = first; last < squares.Length && squares[last] < reach;) strength += reflections.Strengths[last++];
            var angle = 2 * Math.Asin(sine);
            var polarisation = Options.Radiation.Kind == RadiationKind.Neutron ? 1 : 1 + Math.Pow(Math.Cos(angle), 2);
            found.Add(((first, last), angle * 180 / Math.PI, strength * polarisation / (sine * sine * cosine)));
        }
        var greatest = found.Count == 0 ? 0 : found.Max(peak => peak.Strength);
        var kept = found.Where(peak => peak.Strength * 100 > greatest * Weakest).ToArray();
        return ([.. kept.Select(peak => peak.Group)], [.. kept.Select(peak => peak.Angle)], [.. kept.Select(peak => 100 * peak.Strength / greatest)]);
    }

    private DiffractionPeak Peak(int index)
    {
        var (first, last) = groups[index];
        var hexagonal = IsHexagonal(Crystal.Lattice);
        var families = reflections.Planes[first..last].GroupBy(planes => Family(planes, hexagonal))
            .Select(family => new PlaneFamily(Named(family), 2 * family.Count()))
            .OrderByDescending(family => family.Planes);
        return new(angles[index], 1 / Math.Sqrt(reflections.Reciprocal[first]), intensities[index], [.. families]);
    }

    private static MillerIndices Named(IEnumerable<MillerIndices> family) => family.SelectMany(planes => new[] { planes, new(-planes.H, -planes.K, -planes.L) })
        .OrderBy(planes => new[] { planes.H, planes.K, planes.L }.Count(index => index < 0)).ThenByDescending(planes => planes).First();

    // On a hexagonal lattice the fourth index −h − k belongs to the order and sign that planes of a family may differ in.
    private static (int, int, int, int) Family(MillerIndices planes, bool hexagonal)
    {
        int[] sizes = [Math.Abs(planes.H), Math.Abs(planes.K), Math.Abs(planes.L), hexagonal ? Math.Abs(planes.H + planes.K) : 0];
        Array.Sort(sizes);
        return (sizes[0], sizes[1], sizes[2], sizes[3]);
    }

    private static bool IsHexagonal(Lattice lattice)
    {
        var (a, b, _, alpha, beta, gamma) = lattice.Parameters;
        return Math.Abs(a - b) < 0.01 && Math.Abs(alpha - 90) < 0.1 && Math.Abs(beta - 90) < 0.1 && Math.Abs(gamma - 120) < 0.1;
    }
}
