namespace MatNotebooks.Frameworks.Mpbf.Boundaries;

/// <summary>Where the boundary lies: the distance from what is known at which the error passes twice its value inside, and stays there on average.</summary>
/// <param name="Distance">The distance, in usual distances of training rows; null where no distance that was met is beyond the boundary.</param>
/// <param name="Inside">Mean absolute error inside | unit of the problem.</param>
/// <param name="Distances">Middle of each bin of equally many rows, rising | no unit.</param>
/// <param name="Errors">Mean absolute error in each bin | unit of the problem.</param>
public sealed record BoundaryDistance(double? Distance, double Inside, IReadOnlyList<double> Distances, IReadOnlyList<double> Errors)
{
    private const double Limit = 2;

    /// <summary>Finds the boundary.</summary>
    /// <param name="rows">Judged rows, inside and outside.</param>
    /// <param name="bins">Bins of equally many rows, at least 2. The default is 20.</param>
    /// <exception cref="ArgumentException">Fewer rows than bins, or none inside.</exception>
    public static BoundaryDistance Find(IReadOnlyCollection<ZoneRow> rows, int bins = 20)
    {
        if (bins < 2 || rows.Count < bins) throw new ArgumentException($"{bins} bins of {rows.Count} rows; there must be at least 2 bins and a row in each.");
        if (rows.All(row => row.IsOutside)) throw new ArgumentException("No row lies inside; without them there is no error to compare with.");
        var inside = rows.Where(row => !row.IsOutside).Average(row => Math.Abs(row.Error));
        var sorted = rows.OrderBy(row => row.Distance).ToArray();
        var parts = Enumerable.Range(0, bins).Select(bin => sorted[(bin * sorted.Length / bins)..((bin + 1) * sorted.Length / bins)]).ToArray();
        double[] middles = [.. parts.Select(part => part[part.Length / 2].Distance)];
        double[] errors = [.. parts.Select(part => part.Average(row => Math.Abs(row.Error)))];
        var first = Enumerable.Range(0, bins).FirstOrDefault(bin => errors[bin] > Limit * inside && errors[bin..].Average() > Limit * inside, -1);
        return new(first < 0 ? null : middles[first], inside, middles, errors);
    }
}
