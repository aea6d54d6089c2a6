namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>
/// How alike a property is at two candidates: a constant, a straight line, a smooth function of each group of features, one of all groups
/// together, and one number for each element on each site, as a factorisation by sites has it.
/// </summary>
internal sealed class PoolCovariance
{
    private readonly PoolFeatures features;
    private readonly int[][] sites;
    private readonly SiteScales scales;
    private readonly double[][] flat; // (groups)(candidates × columns)
    private readonly double[] linear; // (candidates × all columns)
    private readonly int columns;

    /// <summary>Takes what the parts stand on.</summary>
    /// <param name="features">The pool.</param>
    /// <param name="sites">What fills each site, as a number, (sites)(candidates).</param>
    /// <param name="scales">Their variances.</param>
    public PoolCovariance(PoolFeatures features, int[][] sites, SiteScales scales)
    {
        if (scales.Lengths.Length != features.Groups.Length)
            throw new ArgumentException($"There are {scales.Lengths.Length} lengths for {features.Groups.Length} groups of features; each group needs one.");
        (this.features, this.sites, this.scales) = (features, sites, scales);
        flat = [.. features.Groups.Select(group => group.SelectMany(row => row).ToArray())];
        columns = features.Groups.Sum(group => group[0].Length);
        linear = [.. Enumerable.Range(0, features.Count).SelectMany(features.Row)];
    }

    /// <summary>Variance of each candidate before anything is known, (candidates).</summary>
    public double[] Variances()
    {
        var fixedPart = scales.Constant + scales.Joint + (scales.Additive * flat.Length) + (scales.Identity * sites.Length);
        return [.. Enumerable.Range(0, features.Count).Select(place => fixedPart + (scales.Linear / columns * SquaredLength(place)))];
    }

    /// <summary>Covariance of a candidate with all.</summary>
    /// <param name="place">The candidate.</param>
    /// <param name="column">Where it goes, (candidates).</param>
    public void Column(int place, double[] column)
    {
        var joint = new double[features.Count];
        AddLinear(place, column);
        Array.Fill(joint, scales.Joint);
        for (var group = 0; group < flat.Length; group++) AddGroup(group, place, column, joint);
        for (var other = 0; other < column.Length; other++) column[other] += joint[other];
        foreach (var site in sites)
            for (var other = 0; other < column.Length; other++)
                if (site[other] == site[place]) column[other] += scales.Identity;
    }

    private void AddLinear(int place, double[] column)
    {
        var own = linear.AsSpan(place * columns, columns);
        for (var other = 0; other < column.Length; other++)
        {
            var dot = 0.0;
            var its = linear.AsSpan(other * columns, columns);
            for (var at = 0; at < own.Length; at++) dot += own[at] * its[at];
            column[other] = scales.Constant + (scales.Linear / columns * dot);
        }
    }

    private void AddGroup(int group, int place, double[] column, double[] joint)
    {
        var (values, width, factor) = (flat[group], features.Groups[group][0].Length, -0.5 / (scales.Lengths[group] * scales.Lengths[group]));
        var own = values.AsSpan(place * width, width);
        for (var other = 0; other < column.Length; other++)
        {
            var distance = 0.0;
            var its = values.AsSpan(other * width, width);
            for (var at = 0; at < own.Length; at++) distance += (own[at] - its[at]) * (own[at] - its[at]);
            var alike = Math.Exp(factor * distance);
            column[other] += scales.Additive * alike;
            joint[other] *= alike;
        }
    }

    private double SquaredLength(int place)
    {
        var sum = 0.0;
        foreach (var value in linear.AsSpan(place * columns, columns)) sum += value * value;
        return sum;
    }
}
