namespace MatNotebooks.Kernel.Visuals;

/// <summary>A sample in five numbers and how many values they sum up.</summary>
/// <param name="Count">Finite values.</param>
/// <param name="Minimum">Least value.</param>
/// <param name="Lower">Lower quartile.</param>
/// <param name="Median">Median.</param>
/// <param name="Upper">Upper quartile.</param>
/// <param name="Maximum">Greatest value.</param>
public sealed record Quartiles(int Count, double Minimum, double Lower, double Median, double Upper, double Maximum)
{
    /// <summary>The quartiles of the finite values, interpolated between neighbours (type 7 of Hyndman and Fan, 1996, as NumPy and R do).</summary>
    /// <param name="values">The values.</param>
    /// <exception cref="ArgumentException">No value is finite.</exception>
    public static Quartiles Of(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        if (sorted.Length == 0) throw new ArgumentException($"None of {values.Count} values is finite; quartiles need at least one.");
        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var below = (int)place;
            return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
        }
        return new(sorted.Length, sorted[0], At(0.25), At(0.5), At(0.75), sorted[^1]);
    }

    /// <summary>Distance between the quartiles.</summary>
    public double Spread => Upper - Lower;
}
