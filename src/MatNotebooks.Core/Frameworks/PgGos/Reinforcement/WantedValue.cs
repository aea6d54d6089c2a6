namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>What one property of a design is to be.</summary>
/// <param name="Property">Name, for messages and figures.</param>
/// <param name="Value">The wanted value | unit of the property.</param>
/// <param name="Tolerance">What counts as met, and the unit in which misses are counted | unit of the property, greater than 0.</param>
public sealed record WantedValue(string Property, double Value, double Tolerance)
{
    /// <summary>What counts as met | unit of the property, greater than 0.</summary>
    public double Tolerance { get; } = Tolerance > 0 && double.IsFinite(Tolerance)
        ? Tolerance
        : throw new ArgumentOutOfRangeException(nameof(Tolerance), $"The tolerance of {Property} is {Tolerance}; it must be greater than 0.");

    /// <summary>How far a value is from the wanted one | tolerances.</summary>
    public double Miss(double value) => Math.Abs(value - Value) / Tolerance;
}
