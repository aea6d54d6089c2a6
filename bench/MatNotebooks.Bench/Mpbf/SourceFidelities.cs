using MatNotebooks.Datasets.Catalogue;

namespace MatNotebooks.Bench.Mpbf;

/// <summary>
/// F_p of the sources: one minus the mean absolute error of their method against experiment, in mean absolute deviations of the experiments, on the
/// compounds of which both are known (<c>dft_vs_expt</c>, <c>expt_formation_enthalpy</c>). A quantity that nobody compared counts as the mean of those compared.
/// </summary>
internal sealed record SourceFidelities(IReadOnlyDictionary<string, double> Known)
{
    private const string Experiment = "experiment";

    /// <summary>Measures them.</summary>
    public static SourceFidelities Read()
    {
        var compared = DatasetCatalogue.Find("dft_vs_expt").ReadFormulas().ToArray();
        var enthalpies = DatasetCatalogue.Find("expt_formation_enthalpy").ReadFormulas().ToArray();
        return new(new Dictionary<string, double>
        {
            [Experiment] = 1,
            ["pbe-gap"] = OfMethod("bandgap", "vasp_pbe_mp"),
            ["bulk"] = OfMethod("bulk_modulus", "vasp_pbe_mp"),
            ["formation"] = OfColumns("e_form mp"),
            ["oqmd-formation"] = OfColumns("e_form oqmd"),
        });

        double OfMethod(string property, string method)
        {
            var values = compared.Where(row => row.Text("property") == property).GroupBy(row => row.Id)
                .Select(rows => (Known: Find(rows, Experiment), Said: Find(rows, method)))
                .Where(pair => pair.Known is not null && pair.Said is not null).Select(pair => (pair.Known!.Value, pair.Said!.Value)).ToArray();
            return Share(values);

            double? Find(IEnumerable<MatNotebooks.Datasets.FormulaRecord> rows, string name) => rows.FirstOrDefault(row => row.RequiredText("method") == name)?.Number("value");
        }

        double OfColumns(string said) => Share(
            [.. enthalpies.Where(row => row.Number("e_form expt") is not null && row.Number(said) is not null).Select(row => (row.RequiredNumber("e_form expt"), row.RequiredNumber(said)))]);
    }

    /// <summary>The fidelity of a source; the mean of all measured ones but experiment, where nobody compared.</summary>
    public double Of(string? source) => source is not null && Known.TryGetValue(source, out var known) ? known : Known.Where(pair => pair.Key != Experiment).Average(pair => pair.Value);

    private static double Share((double Known, double Said)[] pairs)
    {
        if (pairs.Length == 0) throw new InvalidOperationException("A comparison with experiment has no pair; look at the names of methods in dft_vs_expt.");
        var mean = pairs.Average(pair => pair.Known);
        return Math.Clamp(1 - (pairs.Average(pair => Math.Abs(pair.Said - pair.Known)) / pairs.Average(pair => Math.Abs(pair.Known - mean))), 0, 1);
    }
}
