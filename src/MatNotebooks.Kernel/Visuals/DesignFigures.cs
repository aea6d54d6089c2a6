using System.Globalization;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Metrics;
using MatNotebooks.Quantities;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>Pictures of a search for designs: funnel, course, front and gallery.</summary>
public static class DesignFigures
{
    private const int MostCrystals = 3;

    /// <summary>Everything there is to show, in the order of a report: the summary in words, figures, the table of designs, the first crystals that are as wanted.</summary>
    public static IReadOnlyList<object> All(OctetSearchResult found)
    {
        List<object> shown = [found.ToString(), Funnel(found)];
        if (Course(found) is { } course) shown.Add(course);
        if (Front(found) is { } front) shown.Add(front);
        return [.. shown, Rows(found), .. Gallery(found)];
    }

    /// <summary>What each filter refused, whom nobody asked about, and what the oracle said of the others.</summary>
    public static SankeyPlot Funnel(OctetSearchResult found)
    {
        var asked = found.Trials.GroupBy(trial => trial.Call.Place).Select(same => same.Last()).ToArray(); // a failure may have been asked again
        List<Flow> flows = [];
        void Add(string from, string to, int amount)
        {
            if (amount > 0) flows.Add(new(from, to, amount));
        }
        foreach (var (filter, _, refused) in found.Search.Funnel.Steps) Add("candidates", $"refused: {filter}", refused);
        Add("candidates", "passed", found.Search.Pool.Length);
        Add("passed", "not asked about", found.Search.Pool.Length - asked.Length);
        Add("passed", "asked about", asked.Length);
        foreach (var verdict in asked.GroupBy(trial => trial.Verdict)) Add("asked about", verdict.Key, verdict.Count());
        return new(flows) { Title = "What became of the candidates", Amount = "candidates", Width = 860, Height = 300 };
    }

    /// <summary>The first property of the target call by call, promised and computed; null where nothing was answered.</summary>
    public static ScatterPlot? Course(OctetSearchResult found)
    {
        var (window, answered) = (found.Search.Target.Windows[0], Answered(found));
        if (answered.Length == 0) return null;
        var promised = answered.Where(trial => trial.Promised.ContainsKey(window.Property.Name)).ToArray();
        Series Of(string name, OctetTrial[] trials, Func<OctetTrial, double> value) =>
            new(name, [.. trials.Select(trial => (double)trial.Call.Number)], [.. trials.Select(value)]) { Labels = [.. trials.Select(trial => trial.Candidate.Id)] };
        List<Series> series =
        [
            Of("as wanted", [.. answered.Where(trial => trial.Call.IsHit)], trial => trial.Call.Values[window.Property.Name]),
            Of("not as wanted", [.. answered.Where(trial => !trial.Call.IsHit)], trial => trial.Call.Values[window.Property.Name]),
            Of("promised", promised, trial => trial.Promised[window.Property.Name].Value) with
            {
                Errors = [.. promised.Select(trial => trial.Promised[window.Property.Name].Deviation)],
            },
        ];
        return new([.. series.Where(one => one.X.Count > 0)])
        {
            Title = $"Wanted: {window}", X = "call of the oracle", Y = AxisOf(window.Property), Width = 720, Height = 360,
        };
    }

    /// <summary>The answers by the first two demands of the target: a property that must be great or small by its value, any other by its distance from the window; null for a target on one property, or where nothing was answered.</summary>
    public static ParetoPlot? Front(OctetSearchResult found)
    {
        var (windows, answered) = (found.Search.Target.Windows, Answered(found));
        if (windows.Length < 2 || answered.Length == 0) return null;
        var (first, second) = (AimOf(windows[0], answered), AimOf(windows[1], answered));
        return new(first.Values, second.Values)
        {
            Title = "What the answers trade", Labels = [.. answered.Select(trial => trial.Candidate.Id)], Width = 620, Height = 420,
            X = first.Axis, WantedX = first.Wanted, Y = second.Axis, WantedY = second.Wanted,
        };
    }

    /// <summary>Every call: those that are as wanted first.</summary>
    public static IReadOnlyList<DesignRow> Rows(OctetSearchResult found) =>
        [.. found.Trials.OrderByDescending(trial => trial.Call.IsHit).ThenBy(trial => trial.Call.Number).Select(RowOf)];

    /// <summary>The crystals of the first designs that are as wanted, each at the lattice constant the oracle found, with their verdicts.</summary>
    public static IEnumerable<CrystalView> Gallery(OctetSearchResult found) => found.Hits.Take(MostCrystals).Select(trial =>
    {
        var (compound, prototype) = (trial.Candidate.Curve.Compound, trial.Candidate.Curve.Prototype);
        return new CrystalView(prototype.Primitive(compound.First, compound.Second, trial.Call.Values["lattice_constant"]))
        {
            Title = $"{trial.Candidate.Id}: {trial.Verdict}", Supercell = (2, 2, 2), Width = 520, Height = 320,
        };
    });

    private static OctetTrial[] Answered(OctetSearchResult found) => [.. found.Trials.Where(trial => trial.Call.Failure is null)];

    private static (double[] Values, Axis Axis, Objective Wanted) AimOf(PropertyWindow window, OctetTrial[] answered)
    {
        var name = window.Property.Name;
        double[] values = [.. answered.Select(trial => trial.Call.Values[name])];
        if (double.IsPositiveInfinity(window.Upper)) return (values, AxisOf(window.Property), Objective.Greatest);
        return double.IsNegativeInfinity(window.Lower)
            ? (values, AxisOf(window.Property), Objective.Least)
            : ([.. values.Select(window.Distance)], new(name.Replace('_', ' ') + ", distance from its window", window.Property.Unit), Objective.Least);
    }

    private static DesignRow RowOf(OctetTrial trial) => new(
        trial.Call.Number, trial.Candidate.Curve.Compound.ToString(), trial.Candidate.Curve.Prototype.Name,
        trial.Call.Failure is { } failure ? $"failed: {failure.Message}" : trial.Verdict,
        string.Join(", ", OctetEquilibrium.Properties.Where(property => trial.Promised.ContainsKey(property.Name)).Select(property =>
            $"{property.Name} {Text(trial.Promised[property.Name].Value)} ± {Text(trial.Promised[property.Name].Deviation)} {property.Unit}")),
        string.Join(", ", OctetEquilibrium.Properties.Where(property => trial.Call.Values.ContainsKey(property.Name))
            .Select(property => $"{property.Name} {Text(trial.Call.Values[property.Name])} {property.Unit}")));

    private static Axis AxisOf(PropertyKey property) => new(property.Name.Replace('_', ' '), property.Unit);

    private static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
