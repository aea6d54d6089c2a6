using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Uncertainty;

/// <summary>
/// What a model has seen: elements, and where its crystals lie in the space of element statistics and volume per atom. A crystal is outside
/// where it holds an element that training did not, or lies farther from all training crystals than nearly all of these from each other.
/// </summary>
/// <param name="Elements">How many training crystals hold each element, by symbol.</param>
/// <param name="Centers">Mean of each number over training crystals, (numbers).</param>
/// <param name="Scales">Standard deviation of each number, (numbers).</param>
/// <param name="Points">Some training crystals, scaled, (crystals)(numbers).</param>
/// <param name="Limit">Distance to the nearest of them beyond which a crystal is outside | no unit.</param>
public sealed record TrainingDomain(
    ImmutableSortedDictionary<string, int> Elements, double[] Centers, double[] Scales, float[][] Points, double Limit)
{
    /// <summary>Points kept at most: enough to cover, few enough for a file.</summary>
    private const int MostPoints = 2000;

    /// <summary>Share of training crystals that count as inside, each judged by those of other formulas.</summary>
    private const double Inside = 0.99;

    /// <summary>Learns the domain of training crystals.</summary>
    /// <param name="crystals">The crystals, at least 2.</param>
    /// <exception cref="ArgumentException">Fewer than 2 crystals.</exception>
    public static TrainingDomain Of(IReadOnlyList<Crystal> crystals)
    {
        if (crystals.Count < 2) throw new ArgumentException($"There are {crystals.Count} training crystals; a domain needs at least 2.");
        var numbers = crystals.Select(Describe).ToArray();
        var columns = Enumerable.Range(0, numbers[0].Length).ToArray();
        double[] centers = [.. columns.Select(column => numbers.Average(row => row[column]))];
        double[] scales = [.. columns.Select(column => Math.Sqrt(numbers.Average(row => Math.Pow(row[column] - centers[column], 2))) is > 1e-9 and var scale ? scale : 1)];
        var stride = (crystals.Count + MostPoints - 1) / MostPoints;
        float[][] points = [.. numbers.Where((_, row) => row % stride == 0).Select(row => Scaled(row, centers, scales))];
        string[] formulas = [.. crystals.Where((_, row) => row % stride == 0).Select(crystal => crystal.Composition.ReducedFormula)];
        var apart = Enumerable.Range(0, points.Length).AsParallel()
            .Select(own => Nearest(points, points[own], other => formulas[other] != formulas[own])).Where(float.IsFinite).Order().ToArray();
        var elements = crystals.SelectMany(crystal => crystal.Composition.Elements).GroupBy(element => element.Symbol);
        return new(
            elements.ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal),
            centers, scales, points, apart.Length == 0 ? 0 : apart[Math.Min(apart.Length - 1, (int)(Inside * apart.Length))]);
    }

    /// <summary>Why a crystal is outside; null where it is inside.</summary>
    public string? Objection(Crystal crystal)
    {
        var unseen = crystal.Composition.Elements.Where(element => !Elements.ContainsKey(element.Symbol)).Select(element => element.Symbol).ToArray();
        if (unseen.Length > 0) return $"{string.Join(", ", unseen)} never trained on";
        var distance = Distance(crystal);
        return distance <= Limit ? null : $"{distance:F1} from the nearest training crystal; {Limit:F1} is usual at most";
    }

    /// <summary>How far a crystal lies from the nearest training crystal | no unit.</summary>
    public double Distance(Crystal crystal) => Nearest(Points, Scaled(Describe(crystal), Centers, Scales), _ => true);

    /// <summary>Statistics of the elements and the logarithm of the volume per atom, (numbers).</summary>
    internal static double[] Describe(Crystal crystal) =>
    [
        .. ElementStatistics.Of([.. crystal.Sites.Select(site => site.Element.Number)]),
        Math.Log(crystal.Lattice.Volume / crystal.Sites.Length),
    ];

    private static float[] Scaled(double[] row, double[] centers, double[] scales) =>
        [.. row.Select((value, column) => (float)((value - centers[column]) / scales[column]))];

    private static float Nearest(float[][] points, float[] place, Func<int, bool> counts)
    {
        var nearest = float.PositiveInfinity;
        for (var other = 0; other < points.Length; other++)
            if (counts(other)) nearest = Math.Min(nearest, Distance(points[other], place));
        return nearest;
    }

    private static float Distance(float[] one, float[] other)
    {
        var sum = 0f;
        for (var column = 0; column < one.Length; column++) sum += (one[column] - other[column]) * (one[column] - other[column]);
        return MathF.Sqrt(sum);
    }
}
