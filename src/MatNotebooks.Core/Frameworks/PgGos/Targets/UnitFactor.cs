using System.Collections.Frozen;
using MatNotebooks.Quantities;

namespace MatNotebooks.Frameworks.PgGos.Targets;

/// <summary>What a number in one unit must be multiplied by to be in another of the same kind.</summary>
internal static class UnitFactor
{
    // By kind of quantity: how many of the kind's first unit one of each is.
    private static readonly FrozenDictionary<string, double>[] Kinds =
    [
        Kind(("eV", 1), ("meV", 1e-3), ("kJ/mol", Units.KilojoulePerMole), ("kcal/mol", Units.KilocaloriePerMole), ("Ha", Units.Hartree)),
        Kind(("eV/atom", 1), ("meV/atom", 1e-3)),
        Kind(("GPa", 1), ("MPa", 1e-3), ("kbar", 0.1), ("TPa", 1e3)),
        Kind(("Å", 1), ("A", 1), ("Angstrom", 1), ("nm", 10), ("pm", 0.01), ("bohr", Units.Bohr)),
        Kind(("g/cm3", 1), ("g/cm³", 1), ("kg/m3", 1e-3), ("kg/m³", 1e-3)),
        Kind(("K", 1)),
        Kind(("S/cm", 1), ("mS/cm", 1e-3), ("S/m", 0.01)),
    ];

    /// <summary>The factor from a written unit to a property's own; 1 where none is written.</summary>
    /// <exception cref="ArgumentException">The unit is of another kind, or unknown.</exception>
    public static double Between(string written, PropertyKey property)
    {
        var own = property.Unit;
        if (written == "" || written == own) return 1;
        var measure = own.Split(" per ")[0]; // "eV per 5-atom cell" is asked for in eV
        if (written == measure) return 1;
        if (Kinds.FirstOrDefault(kind => kind.ContainsKey(measure)) is { } same && same.TryGetValue(written, out var factor)) return factor / same[measure];
        throw new ArgumentException(
            $"The target gives {property.Name} in {written}, but it is in {own}; write the number in {own}{Others(measure)}.");
    }

    private static string Others(string own) => Kinds.FirstOrDefault(kind => kind.ContainsKey(own)) is { Count: > 1 } kind
        ? " or in " + string.Join(", ", kind.Keys.Where(unit => unit != own && char.IsAscii(unit[0])).Order(StringComparer.Ordinal))
        : "";

    private static FrozenDictionary<string, double> Kind(params (string Unit, double Size)[] units) =>
        units.ToFrozenDictionary(unit => unit.Unit, unit => unit.Size);
}
