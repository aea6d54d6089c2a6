using MatNotebooks.Chemistry;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Features;
using MatNotebooks.Frameworks.Arem.Campaigns;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Perovskites;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>The campaigns on recorded labels; each is null where its data is not on this machine.</summary>
internal static class RecordedCampaigns
{
    private const double BestShare = 0.1; // of a pool, hits of the composition tasks
    private const string Conductivity = "Ionic conductivity (S cm-1)";

    /// <summary>Name and reader of each reported campaign.</summary>
    public static IReadOnlyList<(string Name, Func<RecordedCampaign?> Read)> Reported { get; } =
    [
        ("perovskites", Perovskites),
        ("obelix", Obelix),
        ("bulk-modulus", () => OfFormulas("bulk-modulus", "crabnet_aflow_ael_bulk_modulus_vrh", "target", 4500, value => value)),
        ("superconductors", () => OfFormulas("superconductors", "supercon", "Tc", 4500, value => value)),
        ("thermal-conductivity", () => OfFormulas("thermal-conductivity", "crabnet_aflow_agl_thermal_conductivity_300K", "target", 4500, value => Math.Log10(Math.Max(value, 1e-3)))),
    ];

    /// <summary>Campaigns on which settings may be chosen; no table reports them.</summary>
    public static IReadOnlyList<(string Name, Func<RecordedCampaign?> Read)> ForTuning { get; } =
    [
        ("gaps", () => OfFormulas("gaps", "matbench_expt_gap", "target", 4500, value => value)),
        ("debye", () => OfFormulas("debye", "crabnet_aflow_ael_debye_temperature", "target", 4500, value => value)),
        ("steels", () => OfFormulas("steels", "matbench_steels", "target", 312, value => value)),
    ];

    // The eleven needles among 7,572: stable, with a gap for sunlight. The score is minus the distance from the window, in eV.
    private static RecordedCampaign? Perovskites()
    {
        if (!DatasetCatalogue.Find("perov5").IsHere) return null;
        var set = CastelliPerovskites.Load();
        var answers = set.Pool.Select(candidate => set.Oracle.AskAsync(candidate).GetAwaiter().GetResult()).ToArray();
        double Score(OracleAnswer answer)
        {
            var (heat, gap) = (answer.Values["heat_all"], answer.Values["ind_gap"]);
            return -Math.Max(0, heat - 0.2) - Math.Max(0, 1.5 - gap) - Math.Max(0, gap - 3.0);
        }
        var sites = new[] { set.Pool.Select(one => one.A.Symbol), set.Pool.Select(one => one.B.Symbol), set.Pool.Select(one => string.Concat(one.Anions.Select(anion => anion.Symbol))) }
            .Select(formulas => ElementDescriptors.Of([.. formulas.Select(formula => Composition.Parse(formula))])).ToArray();
        double[][] rows = [.. Enumerable.Range(0, set.Pool.Length).Select(row => sites.SelectMany(site => site.Row(row).ToArray()).ToArray())];
        return RecordedCampaign.Of("perovskites", rows, [.. answers.Select(Score)], 0);
    }

    // Room-temperature conductivity of lithium conductors; hits conduct 1 mS/cm or more. Rows without a number ("<1E-10") are left out.
    private static RecordedCampaign? Obelix()
    {
        if (!DatasetCatalogue.Find("obelix").IsHere) return null;
        var rows = DatasetCatalogue.Find("obelix").ReadFormulas().Where(row => double.TryParse(row.Text(Conductivity), out var value) && value > 0).ToArray();
        rows = Readable("obelix", rows);
        return RecordedCampaign.Of("obelix", Described(rows), [.. rows.Select(row => Math.Log10(row.RequiredNumber(Conductivity)))], -3);
    }

    private static RecordedCampaign? OfFormulas(string name, string dataset, string target, int most, Func<double, double> scale)
    {
        if (!DatasetCatalogue.Find(dataset).IsHere) return null;
        var rows = DatasetCatalogue.Find(dataset).ReadFormulas().Where(row => row.Number(target) is not null).DistinctBy(row => row.Formula).ToArray();
        rows = Readable(name, rows);
        new Random(0).Shuffle(rows);
        rows = rows[..Math.Min(most, rows.Length)];
        double[] scores = [.. rows.Select(row => scale(row.RequiredNumber(target)))];
        return RecordedCampaign.Of(name, Described(rows), scores, RecordedCampaign.BestShare(scores, BestShare));
    }

    private static double[][] Described(IEnumerable<FormulaRecord> rows) => ElementDescriptors.Of([.. rows.Select(row => row.Composition)]).ToArrays();

    // What is left out is said: a pool that shrank unseen would be another experiment.
    private static FormulaRecord[] Readable(string name, FormulaRecord[] rows)
    {
        var (read, unread) = (rows.Where(row => CanRead(row.Formula)).ToArray(), rows.Where(row => !CanRead(row.Formula)).ToArray());
        if (unread.Length > 0)
            AnsiConsole.MarkupLineInterpolated($"{name}: {unread.Length} of {rows.Length} formulas cannot be read and are left out, such as {string.Join(", ", unread.Take(3).Select(row => row.Formula))}");
        return read;
    }

    private static bool CanRead(string formula)
    {
        try
        {
            return Composition.Parse(formula).Elements.Count > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
