namespace MatNotebooks.Metrics;

/// <summary>How far one sample of numbers lies from another: the work of carrying the one's distribution onto the other's.</summary>
public static class Wasserstein
{
    /// <summary>The first Wasserstein distance (earth mover's distance) of two samples, ∫ |F − G| over their distribution functions | unit of the numbers.</summary>
    /// <param name="first">One sample, finite, at least one number.</param>
    /// <param name="second">The other, finite, at least one number; it may have another length.</param>
    /// <exception cref="ArgumentException">A sample is empty, or holds a number that is not finite.</exception>
    public static double Distance(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        double[] left = Sorted(first, nameof(first)), right = Sorted(second, nameof(second));
        var (distance, i, j, at) = (0.0, 0, 0, Math.Min(left[0], right[0]));
        while (i < left.Length || j < right.Length)
        {
            var next = j == right.Length || (i < left.Length && left[i] <= right[j]) ? left[i] : right[j];
            distance += Math.Abs(((double)i / left.Length) - ((double)j / right.Length)) * (next - at);
            at = next;
            while (i < left.Length && left[i] == at) i++;
            while (j < right.Length && right[j] == at) j++;
        }
        return distance;
    }

    private static double[] Sorted(IReadOnlyList<double> sample, string name)
    {
        if (sample.Count == 0) throw new ArgumentException($"The {name} sample is empty; it needs at least one number.", name);
        foreach (var value in sample)
            if (!double.IsFinite(value)) throw new ArgumentException($"The {name} sample holds {value}; all numbers must be finite.", name);
        return [.. sample.Order()];
    }
}
