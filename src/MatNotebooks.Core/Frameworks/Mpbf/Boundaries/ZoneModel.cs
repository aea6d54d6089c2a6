using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Features;
using MatNotebooks.Frameworks.Mpbf.Heads;
using MatNotebooks.Models.Baselines;

namespace MatNotebooks.Frameworks.Mpbf.Boundaries;

/// <summary>
/// A model that has not seen a zone: the mean of a kernel head and a random forest; and six signals that rise where it may be wrong: the distance
/// to the nearest training row and the mean of the five nearest, how much the trees disagree, how much head and forest do, the share of atoms
/// of unseen elements, and how unlike the nearest seen element they are.
/// </summary>
internal sealed class ZoneModel
{
    private const int Nearest = 5;
    private static readonly double[][] Facts = ElementFacts();

    private readonly KernelHead head;
    private readonly RandomForest forest;
    private readonly ColumnScales scales;
    private readonly float[] points;
    private readonly double usual, spread;
    private readonly HashSet<int> seen;

    public ZoneModel(BoundaryProblem problem, int[] rows, ZoneOptions options)
    {
        float[][] inputs = [.. rows.Select(row => problem.Inputs[row])];
        double[] values = [.. rows.Select(row => problem.Values[row])];
        head = KernelHead.Fit(inputs, values);
        forest = RandomForest.Fit(Wide(inputs), values, new() { Trees = options.Trees, Seed = options.Seed });
        scales = ColumnScales.Of(inputs);
        points = scales.Apply(inputs);
        seen = [.. rows.SelectMany(row => problem.Compositions[row].Elements).Select(element => element.Number)];
        var mean = values.Average();
        spread = values.Average(value => Math.Abs(value - mean));
        usual = Usual(inputs);
    }

    public IEnumerable<ZoneRow> Judge(BoundaryProblem problem, string zone, int[] rows, bool isOutside)
    {
        float[][] inputs = [.. rows.Select(row => problem.Inputs[row])];
        var said = head.Predict(inputs);
        var distances = Near(inputs, 0);
        for (var place = 0; place < rows.Length; place++)
        {
            var (mean, deviation) = forest.Spread(Wide([inputs[place]])[0]);
            var (unseen, unlike) = Novelty(problem.Compositions[rows[place]]);
            var predicted = (said[place] + mean) / 2;
            var (nearest, five) = distances[place];
            ImmutableArray<double> signals = [nearest / usual, five / usual, deviation / spread, Math.Abs(said[place] - mean) / spread, unseen, unlike];
            yield return new(zone, rows[place], isOutside, predicted, predicted - problem.Values[rows[place]], nearest / usual, signals);
        }
    }

    private double Usual(float[][] inputs)
    {
        double[] near = [.. Near([.. inputs.Take(200)], 1e-4).Select(each => each.Nearest).Order()];
        return Math.Max(1e-6, near[near.Length / 2]);
    }

    // Distances below the least are those of a row to itself.
    private (double Nearest, double Five)[] Near(float[][] inputs, double least)
    {
        var asked = scales.Apply(inputs);
        var count = points.Length / scales.Width;
        var all = KernelMatrix.Distances(asked, points, scales.Width, inputs.Length, count);
        return [.. Enumerable.Range(0, inputs.Length).Select(row =>
        {
            float[] sorted = [.. all.AsSpan(row * count, count).ToArray().Where(distance => distance >= least).Order().Take(Nearest)];
            return sorted.Length == 0 ? (0.0, 0.0) : (sorted[0], sorted.Average());
        })];
    }

    private (double Share, double Unlike) Novelty(Composition composition)
    {
        var (share, unlike) = (0.0, 0.0);
        foreach (var element in composition.Elements.Where(element => !seen.Contains(element.Number)))
        {
            share += composition.Fraction(element);
            unlike += composition.Fraction(element) * seen.Min(other => Distance(Facts[element.Number - 1], Facts[other - 1]));
        }
        return (share, unlike);
    }

    private static double[][] Wide(IEnumerable<float[]> rows) => [.. rows.Select(row => Array.ConvertAll(row, value => (double)value))];

    private static double Distance(double[] left, double[] right) => Math.Sqrt(left.Zip(right, (one, other) => (one - other) * (one - other)).Sum());

    // Facts of each element, standardised over the periodic table; what is not known counts as the mean.
    private static double[][] ElementFacts()
    {
        var columns = ElementProperty.All.Select(property => PeriodicTable.Elements.Select(property.Of).ToArray()).Select(column =>
        {
            var known = column.OfType<double>().ToArray();
            var mean = known.Average();
            var deviation = Math.Sqrt(known.Average(value => Math.Pow(value - mean, 2)));
            return column.Select(value => ((value ?? mean) - mean) / deviation).ToArray();
        }).ToArray();
        return [.. PeriodicTable.Elements.Select((_, element) => columns.Select(column => column[element]).ToArray())];
    }
}
