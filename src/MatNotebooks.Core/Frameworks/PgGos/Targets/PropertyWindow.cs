using System.Globalization;
using MatNotebooks.Quantities;

namespace MatNotebooks.Frameworks.PgGos.Targets;

/// <summary>Where a property of a wanted material must lie; both ends belong to it.</summary>
public sealed record PropertyWindow
{
    /// <summary>Asks for a property between two values.</summary>
    /// <param name="property">Which, and its unit.</param>
    /// <param name="lower">Least value | unit of the property; −∞ where only the other end counts.</param>
    /// <param name="upper">Greatest value | unit of the property; ∞ where only the other end counts.</param>
    /// <exception cref="ArgumentException">An end is not a number, or the least value is greater than the greatest.</exception>
    public PropertyWindow(PropertyKey property, double lower, double upper)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper))
            throw new ArgumentException($"The target {property.Name} goes from {lower} to {upper}; both must be numbers.");
        if (lower > upper)
            throw new ArgumentException(
                $"The target asks for {property.Name} of at least {Text(lower)} and at most {Text(upper)} {property.Unit}: no value is both; widen one of them.");
        (Property, Lower, Upper) = (property, lower, upper);
    }

    /// <summary>Which property, and its unit.</summary>
    public PropertyKey Property { get; }

    /// <summary>Least value | unit of the property; −∞ where there is none.</summary>
    public double Lower { get; }

    /// <summary>Greatest value | unit of the property; ∞ where there is none.</summary>
    public double Upper { get; }

    /// <summary>Whether a value lies in it; values recorded to a few decimals are not lost to rounding in the last bits.</summary>
    public bool Contains(double value) => value >= Lower - Slack(Lower) && value <= Upper + Slack(Upper);

    /// <summary>How far a value is from it | unit of the property, 0 inside.</summary>
    public double Distance(double value) => Contains(value) ? 0 : Math.Max(Lower - value, value - Upper);

    /// <summary>What both this and another window of the property contain.</summary>
    /// <exception cref="ArgumentException">Nothing lies in both; the message names the two demands.</exception>
    public PropertyWindow And(PropertyWindow other)
    {
        var (lower, upper) = (Math.Max(Lower, other.Lower), Math.Min(Upper, other.Upper));
        return lower <= upper
            ? new(Property, lower, upper)
            : throw new ArgumentException($"The target asks for {this} and for {other}: no value is both; leave one of them out.");
    }

    /// <summary>As a target is written, such as "1.5 &lt;= ind_gap &lt;= 3 eV".</summary>
    public override string ToString()
    {
        var unit = Property.Unit is "1" or "" ? "" : " " + Property.Unit;
        if (double.IsNegativeInfinity(Lower)) return $"{Property.Name} <= {Text(Upper)}{unit}";
        return double.IsPositiveInfinity(Upper) ? $"{Property.Name} >= {Text(Lower)}{unit}" : $"{Text(Lower)} <= {Property.Name} <= {Text(Upper)}{unit}";
    }

    private static double Slack(double end) => double.IsFinite(end) ? 1e-9 * Math.Max(1, Math.Abs(end)) : 0;

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
