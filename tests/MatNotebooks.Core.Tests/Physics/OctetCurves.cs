using MatNotebooks.Datasets.Sources;
using MatNotebooks.Physics;

namespace MatNotebooks.Core.Tests.Physics;

/// <summary>The curves of the shipped octet table, and what ASE makes of them.</summary>
internal static class OctetCurves
{
    /// <summary>Volumes | Å³ and energies | eV of each curve, named as "MgO rocksalt".</summary>
    public static IReadOnlyDictionary<string, (double[] Volumes, double[] Energies)> Shipped { get; } =
        OctetDataset.Load().Series.ToDictionary(series => series.ToString(), series => (series.Volumes, series.Energies));

    /// <summary>The fits of References/octet_equation_of_state.csv.</summary>
    public static IReadOnlyDictionary<string, BirchMurnaghan> AseFits() =>
        ReferenceTable.Read("octet_equation_of_state.csv").ToDictionary(
            row => $"{row["compound"]} {row["prototype"]}",
            row => new BirchMurnaghan(Number(row["volume"]), Number(row["energy"]), Number(row["bulk_modulus"]), Number(row["derivative"])));

    private static double Number(string cell) => ReferenceTable.Number(cell)!.Value;
}
