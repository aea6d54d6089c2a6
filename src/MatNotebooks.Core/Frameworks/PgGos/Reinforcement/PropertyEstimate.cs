namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>What a model says of a property of a crystal.</summary>
/// <param name="Value">Its mean | unit of the property.</param>
/// <param name="Deviation">How unsure it is, one standard deviation | unit of the property, at least 0.</param>
public readonly record struct PropertyEstimate(double Value, double Deviation);
