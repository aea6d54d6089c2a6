namespace MatNotebooks.Kernel.Visuals;

/// <summary>Bars of one colour: a value for each category.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Values">One value per category; one that is not finite leaves a gap.</param>
public sealed record BarGroup(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Half length of each error bar, in the unit of the values, 0 or more; null, the default, for none.</summary>
    public IReadOnlyList<double>? Errors { get; init; }
}
