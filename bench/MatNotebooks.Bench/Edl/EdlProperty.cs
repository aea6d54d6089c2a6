using MatNotebooks.Datasets;

namespace MatNotebooks.Bench.Edl;

/// <summary>A property that probes are asked for.</summary>
/// <param name="Name">Its name in result tables.</param>
/// <param name="Unit">Its unit; of logarithms that of the property.</param>
/// <param name="Set">The data set that knows it.</param>
/// <param name="Of">Its value; null where it is not known, or can have no logarithm.</param>
internal sealed record EdlProperty(string Name, string Unit, string Set, Func<StructureRecord, double?> Of)
{
    /// <summary>Twelve properties of three data sets. Networks saw the first two, of other crystals.</summary>
    public static IReadOnlyList<EdlProperty> All { get; } =
    [
        new("formation energy", "eV/atom", "mp", record => record.Number("e_form_2018_eV_atom")),
        new("gap", "eV", "mp", record => record.Number("gap_pbe_2018_eV")),
        new("energy above hull", "eV/atom", "mp", record => record.Number("e_above_hull_2018_eV_atom")),
        new("magnetisation", "µB/atom", "mp", record => Math.Abs(record.RequiredNumber("total_magnetization_2018_muB")) / record.Crystal.Sites.Length),
        new("ln volume per atom", "Å³", "mp", record => Math.Log(record.Crystal.Volume / record.Crystal.Sites.Length)),
        new("ln bulk modulus", "GPa", "aflow", record => Logarithm(record, "bulk_modulus_vrh_GPa")),
        new("ln shear modulus", "GPa", "aflow", record => Logarithm(record, "shear_modulus_vrh_GPa")),
        new("ln Debye temperature", "K", "aflow", record => Logarithm(record, "debye_temperature_K")),
        new("ln thermal conductivity", "W/(m K)", "aflow", record => Logarithm(record, "thermal_conductivity_300K_W_mK")),
        new("thermal expansion", "1/K", "aflow", record => record.Number("thermal_expansion_300K_1_K")),
        new("ln last phonon peak", "1/cm", "phonons", record => Logarithm(record, "last_phdos_peak")),
        // Beyond 100 are metals and failures of the source.
        new("ln electronic permittivity", "1", "phonons", record => record.Number("eps_electronic") is > 1 and < 100 and { } value ? Math.Log(value) : null),
    ];

    private static double? Logarithm(StructureRecord record, string key) => record.Number(key) is > 0 and { } value ? Math.Log(value) : null;
}
