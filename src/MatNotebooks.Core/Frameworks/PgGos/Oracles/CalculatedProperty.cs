using MatNotebooks.Quantities;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.PgGos.Oracles;

/// <summary>How a property is read from the result of a calculation.</summary>
/// <param name="Property">Name and unit.</param>
/// <param name="Read">Its value | that unit; null where the result does not hold it.</param>
public sealed record CalculatedProperty(PropertyKey Property, Func<CalculationResult, double?> Read)
{
    /// <summary>Gap between the highest filled and the lowest empty level | eV, 0 when closed.</summary>
    public static CalculatedProperty BandGap { get; } = new(new("band_gap", "eV", Extent.Intensive), result => result.Gap);

    /// <summary>Mass per volume of the relaxed crystal | g/cm³.</summary>
    public static CalculatedProperty Density { get; } = new(new("density", "g/cm3", Extent.Intensive), result => result.Crystal?.Density);

    /// <summary>Volume of the relaxed cell for each atom | Å³/atom.</summary>
    public static CalculatedProperty VolumePerAtom { get; } =
        new(new("volume_per_atom", "Å³/atom", Extent.Intensive), result => result.Crystal is { } crystal ? crystal.Volume / crystal.Sites.Length : null);
}
