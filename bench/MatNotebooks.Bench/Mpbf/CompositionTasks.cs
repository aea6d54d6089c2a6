using MatNotebooks.Chemistry;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Frameworks.Mpbf.Transfer;

namespace MatNotebooks.Bench.Mpbf;

/// <summary>
/// The 28 properties of compositions between which transfer is measured: all of which the data hold at least about 4,000 compounds, so that 1,600
/// may be labelled and others judge and pretrain.
/// </summary>
/// <remarks>
/// Logarithms are taken where values spread over decades. Rows that SOURCE.md calls wrong are left out: formation enthalpies above 5 eV/atom,
/// energies above 5 eV/atom, moduli and conductivities of 0 or less where a logarithm is taken. The moment of a cell is divided by its atoms.
/// </remarks>
internal sealed record CompositionTasks(SourceFidelities Fidelities)
{
    private const int MostCompounds = 40_000; // of a task, drawn by chance; no study uses more

    private static readonly Entry[] All =
    [
        new("aflow-gap", "gap", "eV", "crabnet_aflow_Egap", "pbe-gap"),
        new("aflow-energy", "energy", "eV/atom", "crabnet_aflow_energy_atom", "formation") { Most = 5 },
        new("aflow-bulk", "bulk modulus", "GPa", "crabnet_aflow_ael_bulk_modulus_vrh", "bulk"),
        new("aflow-shear", "shear modulus", "GPa", "crabnet_aflow_ael_shear_modulus_vrh", "bulk"),
        new("aflow-debye", "Debye temperature", "K", "crabnet_aflow_ael_debye_temperature", null),
        new("aflow-conductivity", "thermal conductivity", "log10(W/m/K)", "crabnet_aflow_agl_thermal_conductivity_300K", null) { IsLogarithm = true },
        new("aflow-expansion", "thermal expansion", "log10(1/K)", "crabnet_aflow_agl_thermal_expansion_300K", null) { IsLogarithm = true },
        new("mp-hull", "stability", "eV/atom", "crabnet_mp_e_hull", "formation"),
        new("mp-moment", "magnetic moment", "µB/atom", "crabnet_mp_mu_b", null) { IsPerAtom = true },
        new("critexam-ef", "formation energy", "eV/atom", "crabnet_CritExam_Ef", "formation"),
        new("critexam-ed", "stability", "eV/atom", "crabnet_CritExam_Ed", "formation"),
        new("oqmd-gap", "gap", "eV", "crabnet_OQMD_Bandgap", "pbe-gap"),
        new("oqmd-enthalpy", "formation energy", "eV/atom", "crabnet_OQMD_Formation_Enthalpy", "oqmd-formation") { Most = 5 },
        new("oqmd-volume", "volume", "Å³/atom", "crabnet_OQMD_Volume_per_atom", null) { Most = 200 },
        new("mp-gap", "gap", "eV", "matbench_mp_gap", "pbe-gap"),
        new("mp-ef", "formation energy", "eV/atom", "matbench_mp_e_form", "formation"),
        new("log-kvrh", "bulk modulus", "log10(GPa)", "matbench_log_kvrh", "bulk"),
        new("log-gvrh", "shear modulus", "log10(GPa)", "matbench_log_gvrh", "bulk"),
        new("mp-anisotropy", "elastic anisotropy", "log10(1)", "crabnet_mp_elastic_anisotropy", null) { IsLogarithm = true, Most = 100 },
        new("perovskites-ef", "formation energy", "eV/cell", "matbench_perovskites", "formation"),
        new("expt-gap", "gap", "eV", "matbench_expt_gap", "experiment"),
        new("superconductors", "critical temperature", "log10(K)", "supercon", "experiment") { IsLogarithm = true },
        new("seebeck-p", "Seebeck coefficient of holes", "µV/K", "boltztrap", null) { Column = "S_p" },
        new("mass-n", "effective mass of electrons", "log10(electron masses)", "boltztrap", null) { Column = "m_n", IsLogarithm = true },
        new("seebeck-n", "Seebeck coefficient of electrons", "µV/K", "boltztrap", null) { Column = "S_n" },
        new("mass-p", "effective mass of holes", "log10(electron masses)", "boltztrap", null) { Column = "m_p", IsLogarithm = true },
        new("elpasolite-ef", "formation energy", "eV/atom", "elpasolite", "formation"),
        new("elpasolite-main-ef", "formation energy", "eV/atom", "elpasolite_main_groups", "formation"),
    ];

    // Too small for 1,600 labels, some for 400: they are fine-tuned for, and nothing is pretrained on them.
    private static readonly Entry[] Small =
    [
        new("dielectric", "refractive index", "log10(1)", "matbench_dielectric", null) { IsLogarithm = true },
        new("abo3-stability", "stability", "eV/atom", "wolverton_perovskites", "formation") { Column = "Stability [eV/atom]" },
        new("abo3-vacancy", "vacancy energy", "eV/atom of oxygen", "wolverton_perovskites", null) { Column = "Vacancy energy [eV/O atom]" },
        new("phonons", "phonon peak", "1/cm", "matbench_phonons", null),
        new("expt-enthalpy", "formation energy", "eV/atom", "expt_formation_enthalpy", "experiment") { Column = "e_form expt" },
        new("expt-conductivity", "thermal conductivity", "log10(W/m/K)", "expt_thermal_conductivity", "experiment") { IsLogarithm = true },
        new("heusler-ef", "formation energy", "eV/atom", "heusler_magnetic", "formation") { Column = "e_form" },
        new("jdft2d", "exfoliation energy", "meV/atom", "matbench_jdft2d", null),
        new("steels", "yield strength", "MPa", "matbench_steels", "experiment"),
    ];

    /// <summary>Reads the 28 tasks.</summary>
    /// <exception cref="FileNotFoundException">A data set is not on this machine.</exception>
    public IReadOnlyList<TransferTask> Read() => [.. All.AsParallel().AsOrdered().Select(Read)];

    /// <summary>Reads nine smaller ones, which are only fine-tuned for.</summary>
    /// <exception cref="FileNotFoundException">A data set is not on this machine.</exception>
    public IReadOnlyList<TransferTask> ReadSmall() => [.. Small.AsParallel().AsOrdered().Select(Read)];

    /// <summary>Reads one task.</summary>
    /// <param name="name">Its name.</param>
    public TransferTask Read(string name) => Read(All.Concat(Small).First(entry => entry.Name == name));

    private TransferTask Read(Entry entry)
    {
        var set = DatasetCatalogue.Find(entry.Dataset);
        var column = entry.Column ?? set.Target;
        var rows = new List<(Composition, double)>();
        foreach (var row in set.ReadFormulas())
            if (double.TryParse(row.Text(column), out var value) && value <= entry.Most && (!entry.IsLogarithm || value > 0) && Composition.TryParse(row.Formula, out var composition))
                rows.Add((composition, entry.IsLogarithm ? Math.Log10(value) : entry.IsPerAtom ? value / composition.AtomCount : value));
        if (rows.Count > MostCompounds)
        {
            var drawn = rows.ToArray();
            new Random(0).Shuffle(drawn);
            rows = [.. drawn[..MostCompounds]];
        }
        return TransferTask.Of(entry.Name, entry.Quantity, entry.Unit, Fidelities.Of(entry.Fidelity), rows);
    }

    private sealed record Entry(string Name, string Quantity, string Unit, string Dataset, string? Fidelity)
    {
        public string? Column { get; init; }

        public bool IsLogarithm { get; init; }

        public bool IsPerAtom { get; init; }

        public double Most { get; init; } = double.PositiveInfinity;
    }
}
