namespace MatNotebooks.Frameworks.Arem.Scaling;

/// <summary>How evenly those who share a pool are served.</summary>
public static class Equity
{
    /// <summary>Jain's index (Σx)² / (n Σx²) | no unit, 1/n (one has all) to 1 (all have the same); 1 where nobody has anything.</summary>
    /// <param name="served">What each got, as a share of what was asked for, finite, at least 0.</param>
    /// <exception cref="ArgumentException">Nobody, or a number out of range.</exception>
    public static double Jain(IReadOnlyList<double> served)
    {
        if (served.Count == 0) throw new ArgumentException("Nobody shares the pool; give at least one.");
        if (served.Any(share => !(share >= 0 && double.IsFinite(share))))
            throw new ArgumentException($"Served are {string.Join(", ", served)}; each must be finite and at least 0.");
        var (sum, squares) = (served.Sum(), served.Sum(share => share * share));
        return squares > 0 ? sum * sum / (served.Count * squares) : 1;
    }
}
