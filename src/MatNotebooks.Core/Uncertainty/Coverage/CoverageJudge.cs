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
        var divisions = random.SelectMany(part => Enumerable.Range(0, options.Divisions).Select(turn => Divide(part, turn))).ToArray();
        var away = answers.Where(part => part.Away is not null).Select(Abroad).ToArray();
        yield return new(way, "spearman", [.. divisions.Select(division => Rank(division.Judging))]);
        yield return new(way + "/raw", "miscalibration", [.. divisions.Select(division => Raw(division.Judging))]);
        foreach (var rule in Rules)
        {
            yield return new($"{way}/{rule}", "coverage_random", [.. divisions.Select(division => Covered(Fit(rule, division.Calibrating, Share), division.Judging))]);
            yield return new($"{way}/{rule}", "miscalibration", [.. divisions.Select(division => Area(rule, division.Calibrating, division.Judging))]);
            yield return new($"{way}/{rule}", "width_random", [.. divisions.Select(division => Width(Fit(rule, division.Calibrating, Share), division.Judging))], "eV/atom");
            var intervals = away.Select(one => FitAway(rule, one)).ToArray();
            var covered = away.Zip(intervals, (one, fitted) => Covered(fitted, one.Judging)).ToArray();
            yield return new($"{way}/{rule}", "coverage_worst_group", [covered.Min()]);
            yield return new($"{way}/{rule}", "width_left_out", [.. away.Zip(intervals, (one, fitted) => Width(fitted, one.Judging))], "eV/atom");
            foreach (var (one, share) in away.Zip(covered)) yield return new($"{way}/{rule}", "coverage_without_" + one.Family.Replace(' ', '_'), [share]);
        }
    }

    private (HeldOut Calibrating, HeldOut Judging) Divide(HeldOut part, int turn)
    {
        var order = new Shuffle(turn).Of(part.Count);
        var (known, judging) = (part.At(order[..(part.Count / 2)]), part.At(order[(part.Count / 2)..]));
        if (part.Features is null) return (known, judging);
        var (forest, calibrating) = Learned(known, turn);
        return (calibrating, judging.With(forest));
    }

    // Half of the crystals teach how large errors are; the other half calibrates, for it must not have been learned from.
    private static (ErrorForest Forest, HeldOut Calibrating) Learned(HeldOut known, int seed)
    {
        var order = new Shuffle(seed).Of(known.Count);
        var teaching = known.At(order[..(known.Count / 2)]);
        var forest = ErrorForest.Fit(teaching.Features!, teaching.Errors, seed);
        return (forest, known.At(order[(known.Count / 2)..]).With(forest));
    }

    /// <summary>
    /// A left-out family and what is known when it is met: crystals like those trained on, and how it went with every other family, of
    /// whose crystals those that hold this one are passed over.
    /// </summary>
    private LeftOut Abroad(CoverageAnswers part)
    {
        var others = answers.Where(other => other.Away is not null && other.Family != part.Family).Select(other => other.Away!.At(
            [.. Enumerable.Range(0, other.Away.Count).Where(place => !part.Family!.IsIn(data.Samples[other.Away.Rows[place]].Crystal.Composition))])).ToArray();
        string[] names = [.. answers.Where(other => other.Away is not null && other.Family != part.Family).Select(other => other.Family!.Name)];
        if (part.Home.Features is null) return new(part.Family!.Name, part.Home, others, names, part.Away!);
        var halves = others.Select((rows, place) => (Order: new Shuffle(place).Of(rows.Count), Rows: rows)).ToArray();
        var order = new Shuffle(0).Of(part.Home.Count);
        var teaching = halves.Aggregate(part.Home.At(order[..(order.Length / 2)]), (all, half) => all.And(half.Rows.At(half.Order[..(half.Order.Length / 2)])));
        var forest = ErrorForest.Fit(teaching.Features!, teaching.Errors, seed: 0);
        return new(
            part.Family!.Name, part.Home.At(order[(order.Length / 2)..]).With(forest),
            [.. halves.Select(half => half.Rows.At(half.Order[(half.Order.Length / 2)..]).With(forest))], names, part.Away!.With(forest));
    }

    private ConformalIntervals Fit(string rule, HeldOut rows, double share) => rule switch
    {
        "split" => SplitConformal.Fit(rows.Errors, share),
        "normalized" => NormalizedConformal.Fit(rows.Errors, rows.Spread.Deviation, share),
        _ => GroupConformal.Fit(rows.Errors, [.. rows.Rows.Select(row => chemistries[row])], share),
    };

    // Split and normalised intervals know only crystals like those trained on, as a user has them who does nothing about new elements.
    private ConformalIntervals FitAway(string rule, LeftOut family) => rule != "group" ? Fit(rule, family.Home, Share) : NewGroupConformal.Fit(
        [.. family.Others.SelectMany(other => other.Errors)],
        [.. family.Others.SelectMany(other => other.Spread.Deviation)],
        [.. family.Others.SelectMany((other, place) => Enumerable.Repeat(family.Names[place], other.Count))], Share);

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

    /// <summary>A family that was left out and what is known when it is met.</summary>
    private sealed record LeftOut(string Family, HeldOut Home, HeldOut[] Others, string[] Names, HeldOut Judging);

    /// <summary>What kind of compound it is: its most electronegative element, or "metallic" where none pulls strongly.</summary>
    private static string Chemistry(Composition composition)
    {
        var anion = composition.Elements.MaxBy(element => element.Electronegativity ?? 0)!;
        return anion.Electronegativity > 2.5 ? anion.Symbol : "metallic";
    }
}
