using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Frameworks.PgGos.Targets;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>How near an answer is to a target: the sum over its windows of 1 inside, falling towards 0 with the distance outside.</summary>
internal static class TargetFitness
{
    /// <summary>The fitness of an answer | no unit, 0 to the number of windows.</summary>
    /// <param name="answer">A call that brought values.</param>
    /// <param name="target">What is wanted.</param>
    /// <param name="widths">Distance at which the share of a window is e⁻¹, by name of the property | its unit.</param>
    public static double Of(SearchCall answer, DesignTarget target, IReadOnlyDictionary<string, double> widths) => target.Windows.Sum(window =>
        answer.Values.TryGetValue(window.Property.Name, out var value) ? Math.Exp(-window.Distance(value) / widths[window.Property.Name]) : 0);

    /// <summary>Width of each property: the standard deviation of the answers so far, 1 where they are all alike.</summary>
    public static Dictionary<string, double> Widths(SearchHistory history) => history.Target.Windows.ToDictionary(window => window.Property.Name, window =>
    {
        var values = history.Answers.Where(call => call.Values.ContainsKey(window.Property.Name)).Select(call => call.Values[window.Property.Name]).ToArray();
        var mean = values.DefaultIfEmpty().Average();
        return Math.Sqrt(values.Select(value => (value - mean) * (value - mean)).DefaultIfEmpty().Average()) is > 1e-9 and var spread ? spread : 1;
    });
}
