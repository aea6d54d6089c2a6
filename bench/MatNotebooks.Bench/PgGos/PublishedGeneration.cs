using MatNotebooks.Bench.Results;

namespace MatNotebooks.Bench.PgGos;

/// <summary>
/// Figures of Table 3 of Xie et al., ICLR 2022 (arXiv:2110.06197), quoted: 10,000 generated crystals, matminer's fingerprints, SMACT's table of
/// charges, DimeNet++ as predictor of energies; for MP-20 trained on all of it.
/// </summary>
internal static class PublishedGeneration
{
    private static readonly string[] Metrics =
        ["structure_valid", "composition_valid", "coverage_recall", "coverage_precision", "distance_density", "distance_energy", "distance_elements"];

    // Shares in %, distances in g/cm³, the energy's unit and elements, as printed; NaN where nothing is printed.
    private static readonly (string Set, string Model, double[] Values)[] Table =
    [
        ("perov5", "FTCP", [0.24, 54.24, 0.00, 0.00, 10.27, 156.0, 0.6297]),
        ("perov5", "Cond-DFC-VAE", [73.60, 82.95, 73.92, 10.13, 2.268, 4.111, 0.8373]),
        ("perov5", "G-SchNet", [99.92, 98.79, 0.18, 0.23, 1.625, 4.746, 0.03684]),
        ("perov5", "P-G-SchNet", [79.63, 99.13, 0.37, 0.25, 0.2755, 1.388, 0.4552]),
        ("perov5", "CDVAE", [100.0, 98.59, 99.45, 98.46, 0.1258, 0.0264, 0.0628]),
        ("carbon24", "FTCP", [0.08, double.NaN, 0.00, 0.00, 5.206, 19.05, double.NaN]),
        ("carbon24", "G-SchNet", [99.94, double.NaN, 0.00, 0.00, 0.9427, 1.320, double.NaN]),
        ("carbon24", "P-G-SchNet", [48.39, double.NaN, 0.00, 0.00, 1.533, 134.7, double.NaN]),
        ("carbon24", "CDVAE", [100.0, double.NaN, 99.80, 83.08, 0.1407, 0.2850, double.NaN]),
        ("mp20", "FTCP", [1.55, 48.37, 4.72, 0.09, 23.71, 160.9, 0.7363]),
        ("mp20", "G-SchNet", [99.65, 75.96, 38.33, 99.57, 3.034, 42.09, 0.6411]),
        ("mp20", "P-G-SchNet", [77.51, 76.40, 41.93, 99.74, 4.04, 2.448, 0.6234]),
        ("mp20", "CDVAE", [100.0, 86.70, 99.15, 99.49, 0.6875, 0.2778, 1.432]),
    ];

    /// <summary>The figures as rows, shares as fractions; the case says that they are quoted.</summary>
    public static IEnumerable<ResultRow> Rows() =>
        from line in Table
        from place in Enumerable.Range(0, Metrics.Length)
        where !double.IsNaN(line.Values[place])
        select new ResultRow($"{line.Set}/{line.Model} (quoted)", Metrics[place], place < 4 ? line.Values[place] / 100 : line.Values[place], place switch
        {
            < 4 => "1",
            4 => "g/cm³",
            5 => "eV/atom",
            _ => "elements",
        }) { Seeds = 0, Threads = 0 };
}
