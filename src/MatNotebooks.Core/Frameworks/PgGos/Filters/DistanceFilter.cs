namespace MatNotebooks.Frameworks.PgGos.Filters;

/// <summary>No two atoms nearer than a share of the sum of their covalent radii. Residual: by how much of that sum the worst pair is too near | 1.</summary>
public sealed record DistanceFilter : ICandidateFilter
{
    /// <summary>Sets the share.</summary>
    /// <param name="least">Least distance over the sum of the covalent radii, greater than 0. The default is 0.65, below every bond in ordinary crystals.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not greater than 0.</exception>
    public DistanceFilter(double least = 0.65) => Least = least > 0 ? least : throw new ArgumentOutOfRangeException(nameof(least), least, "The share must be greater than 0.");

    /// <summary>Least distance over the sum of the covalent radii | 1.</summary>
    public double Least { get; }

    /// <inheritdoc/>
    public string Name => "distance";

    /// <inheritdoc/>
    public string Unit => "1";

    /// <inheritdoc/>
    public double Limit => 0;

    /// <inheritdoc/>
    public FilterVerdict Judge(FilterSubject subject)
    {
        var (worst, first, second, distance) = (double.PositiveInfinity, 0, 0, 0.0);
        var radii = new double[subject.Crystal.Sites.Length];
        for (var site = 0; site < radii.Length; site++) radii[site] = Radius(subject, site);
        foreach (var pair in subject.Pairs.All)
        {
            var sum = radii[pair.First] + radii[pair.Second];
            if (pair.Distance / sum < worst) (worst, first, second, distance) = (pair.Distance / sum, pair.First, pair.Second, pair.Distance);
        }
        return FilterVerdict.By(Name, Math.Max(0, Least - worst), Limit, () =>
            $"{subject.ElementOf(first)} and {subject.ElementOf(second)} are {distance:F2} Å apart; at least {Least * (Radius(subject, first) + Radius(subject, second)):F2} Å are wanted.");
    }

    private static double Radius(FilterSubject subject, int site) => subject.ElementOf(site).CovalentRadius ?? 1.5; // Å; of the heaviest, which nobody measured
}
