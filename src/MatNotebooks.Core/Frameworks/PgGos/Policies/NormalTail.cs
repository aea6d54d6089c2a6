using MathNet.Numerics;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>Probabilities of the standard normal distribution.</summary>
internal static class NormalTail
{
    private const double Far = -8; // below it the probability is replaced by its asymptotic series, which does not run out of digits

    /// <summary>Probability to lie at or below a value.</summary>
    public static double Below(double value) => 0.5 * SpecialFunctions.Erfc(-value / Math.Sqrt(2));

    /// <summary>Probability of a normal value to lie in a window.</summary>
    /// <param name="mean">Its mean.</param>
    /// <param name="deviation">Its standard deviation, greater than 0.</param>
    /// <param name="lower">Lower end; −∞ for none.</param>
    /// <param name="upper">Upper end; ∞ for none.</param>
    public static double Within(double mean, double deviation, double lower, double upper)
    {
        var (from, to) = ((lower - mean) / deviation, (upper - mean) / deviation);
        // On the side of the tail, where differences of probabilities near 1 would cancel.
        return from > 0 ? Below(-from) - Below(-to) : Below(to) - Below(from);
    }

    /// <summary>ln of <see cref="Below"/>.</summary>
    public static double LogBelow(double value) => value > Far
        ? Math.Log(Below(value))
        : (-0.5 * value * value) - Math.Log(-value * Math.Sqrt(2 * Math.PI)) + Math.Log(1 - (1 / (value * value)));

    /// <summary>Density over <see cref="Below"/>, the inverse Mills ratio.</summary>
    public static double Mills(double value) => Math.Exp((-0.5 * value * value) - (0.5 * Math.Log(2 * Math.PI)) - LogBelow(value));
}
