using System.Globalization;

namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>What a property of a hit must be.</summary>
/// <param name="Property">Name of the property, such as "gap".</param>
/// <param name="Least">Least value | the pool's unit of the property; −∞ for none.</param>
/// <param name="Most">Greatest value | the same unit; ∞ for none.</param>
public sealed record GoalWindow(string Property, double Least = double.NegativeInfinity, double Most = double.PositiveInfinity)
{
    /// <summary>How far inside the window a value is, below 0 outside | unit of the property.</summary>
    public double Margin(double value) => Math.Min(value - Least, Most - value);

    /// <inheritdoc/>
    public override string ToString() => (double.IsFinite(Least), double.IsFinite(Most)) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"{Least} <= {Property} <= {Most}"),
        (true, false) => string.Create(CultureInfo.InvariantCulture, $"{Property} >= {Least}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Property} <= {Most}"),
    };
}
