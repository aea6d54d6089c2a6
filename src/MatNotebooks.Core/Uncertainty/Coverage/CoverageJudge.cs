using MatNotebooks.Chemistry;
using MatNotebooks.Datasets.Splits;
using MatNotebooks.Metrics;
using MatNotebooks.Training;

namespace MatNotebooks.Uncertainty.Coverage;

/// <summary>Judges one way to tell a standard deviation, under each way to make intervals of it.</summary>
/// <param name="way">Name of the way.</param>
/// <param name="data">The crystals.</param>
/// <param name="options">How often held-out crystals are divided.</param>
/// <param name="answers">What was said, by training set.</param>
internal sealed class CoverageJudge(string way, TrainingData data, CoverageOptions options, CoverageAnswers[] answers)
{
    private const double Share = 0.9;
    private static readonly double[] Levels = [.. Enumerable.Range(1, 19).Select(step => step / 20.0)];
    private static readonly string[] Rules = ["split", "normalized", "group"];

    private readonly string[] chemistries = [.. data.Samples.Select(sample => Chemistry(sample.Crystal.Composition))];

    /// <summary>All numbers of the way.</summary>
    public IEnumerable<CoverageFigure> Figures()
    {
        var random = answers.Where(part => part.Family is null).Select(part => part.Home).ToArray();
        yield return new(way, "mae", [.. random.Select(part => part.Errors.Average(Math.Abs))], "eV/atom");
        yield return new(way, "spearman", [.. random.Select(Rank)]);
        yield return new(way + "/raw", "miscalibration", [.. random.Select(Raw)]);
        foreach (var rule in Rules)
        {
            var divisions = random.SelectMany(part => Enumerable.Range(0, options.Divisions).Select(turn => Divide(part, turn))).ToArray();
            yield return new($"{way}/{rule}", "coverage_random", [.. divisions.Select(division => Covered(Fit(rule, division.Calibrating, Share), division.Judging))]);
            yield return new($"{way}/{rule}", "miscalibration", [.. divisions.Select(division => Area(rule, division.Calibrating, division.Judging))]);
            yield return new($"{way}/{rule}", "width_random", [.. divisions.Select(division => Width(Fit(rule, division.Calibrating, Share), division.Judging))], "eV/atom");
            var away = answers.Where(part => part.Away is not null).Select(part => (part, intervals: FitAway(rule, part))).ToArray();
            var covered = away.Select(one => Covered(one.intervals, one.part.Away!)).ToArray();
            yield return new($"{way}/{rule}", "coverage_worst_group", [covered.Min()]);
            yield return new($"{way}/{rule}", "width_left_out", [.. away.Select(one => Width(one.intervals, one.part.Away!))], "eV/atom");
            foreach (var (one, share) in away.Zip(covered)) yield return new($"{way}/{rule}", "coverage_without_" + one.part.Family!.Name.Replace(' ', '_'), [share]);
        }
    }

    private (HeldOut Calibrating, HeldOut Judging) Divide(HeldOut part, int turn)
    {
        var order = new Shuffle(turn).Of(part.Count);
        return (part.At(order[..(part.Count / 2)]), part.At(order[(part.Count / 2)..]));
    }

    private ConformalIntervals Fit(string rule, HeldOut rows, double share) => rule switch
    {
        "split" => SplitConformal.Fit(rows.Errors, share),
        "normalized" => NormalizedConformal.Fit(rows.Errors, rows.Spread.Deviation, share),
        _ => GroupConformal.Fit(rows.Errors, [.. rows.Rows.Select(row => chemistries[row])], share),
    };

    /// <summary>
    /// Intervals for a family never seen. Split and normalised ones know only crystals like those trained on, as a user has them who does
    /// nothing about it; the group's know how it went with every other family, of whose crystals those that hold this one are passed over.
    /// </summary>
    private ConformalIntervals FitAway(string rule, CoverageAnswers part)
    {
        if (rule != "group") return Fit(rule, part.Home, Share);
        var others = answers.Where(other => other.Away is not null && other.Family != part.Family)
            .Select(other => (other.Family!.Name, Rows: other.Away!.At([.. Enumerable.Range(0, other.Away.Count).Where(place => !part.Family!.IsIn(data.Samples[other.Away.Rows[place]].Crystal.Composition))])))
            .ToArray();
        return NewGroupConformal.Fit(
            [.. others.SelectMany(other => other.Rows.Errors)],
            [.. others.SelectMany(other => other.Rows.Spread.Deviation)],
            [.. others.SelectMany(other => Enumerable.Repeat(other.Name, other.Rows.Count))], Share);
    }

    private IEnumerable<double> HalfWidths(ConformalIntervals intervals, HeldOut rows) =>
        Enumerable.Range(0, rows.Count).Select(place => intervals.HalfWidth(rows.Spread.Deviation[place], chemistries[rows.Rows[place]]));

    private double Covered(ConformalIntervals intervals, HeldOut rows) =>
        HalfWidths(intervals, rows).Zip(rows.Errors, (half, error) => Math.Abs(error) <= half ? 1.0 : 0).Average();

    private double Width(ConformalIntervals intervals, HeldOut rows) => 2 * HalfWidths(intervals, rows).Average();

    // Mean distance of the observed from the promised share over all levels: the area between the two curves.
    private double Area(string rule, HeldOut calibrating, HeldOut judging) =>
        Levels.Average(level => Math.Abs(Covered(Fit(rule, calibrating, level), judging) - level));

    private static double Raw(HeldOut rows) =>
        IntervalCalibration.Of(rows.Spread.Mean, [.. rows.Spread.Deviation.Select(deviation => Math.Max(deviation, 1e-9))], rows.Actual).MiscalibrationArea;

    private static double Rank(HeldOut rows) => Correlation.Spearman(rows.Spread.Deviation, [.. rows.Errors.Select(Math.Abs)]);

    /// <summary>What kind of compound it is: its most electronegative element, or "metallic" where none pulls strongly.</summary>
    private static string Chemistry(Composition composition)
    {
        var anion = composition.Elements.MaxBy(element => element.Electronegativity ?? 0)!;
        return anion.Electronegativity > 2.5 ? anion.Symbol : "metallic";
    }
}
