using System.Collections.Immutable;
using MatNotebooks.Metrics;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Frameworks.Mpbf.Boundaries;

/// <summary>What zones that were left out tell: errors, the detector of large errors, and intervals.</summary>
/// <param name="Zones">How many zones.</param>
/// <param name="InsideError">Mean absolute error inside | unit of the problem.</param>
/// <param name="OutsideError">Mean absolute error outside | unit of the problem.</param>
/// <param name="LargeErrorArea">Area under the ROC of the detector for rows whose error is more than twice the mean inside | no unit, 0.5 for chance.</param>
/// <param name="ZoneArea">The same for whole zones: those whose mean error is more than twice the mean inside, against those, and all insides, whose is not | no unit; NaN where all zones are alike.</param>
/// <param name="OutsideArea">Area for telling outside from inside by the distance in the embedding alone, without looking at elements | no unit.</param>
/// <param name="InsideCoverage">Share inside that fell within the plain intervals | no unit; 0.9 was asked for.</param>
/// <param name="OutsideCoverage">Share outside that fell within the very same intervals | no unit.</param>
/// <param name="WidenedCoverage">Share outside that fell within intervals widened by what other zones' detector errors taught | no unit.</param>
/// <param name="Widening">Mean width of the widened intervals over that of the plain ones | no unit.</param>
/// <param name="Scored">Every judged row with the size of error that the detector expected | unit of the problem.</param>
public sealed record BoundaryReport(
    int Zones, double InsideError, double OutsideError, double LargeErrorArea, double ZoneArea, double OutsideArea,
    double InsideCoverage, double OutsideCoverage, double WidenedCoverage, double Widening, ImmutableArray<(ZoneRow Row, double Expected)> Scored)
{
    private const double Limit = 2, Coverage = 0.9;
    private const int Folds = 5, FewestZones = 3;

    /// <summary>Reports on judged rows. The detector, and the widening, of a zone are learned from other zones alone.</summary>
    /// <param name="rows">Judged rows of at least 3 zones.</param>
    /// <param name="seed">Seed of the detector.</param>
    /// <exception cref="ArgumentException">Fewer than 3 zones, or fewer zones than a fold needs.</exception>
    public static BoundaryReport Of(IReadOnlyCollection<ZoneRow> rows, int seed = 0)
    {
        string[] zones = [.. rows.Select(row => row.Zone).Distinct()];
        if (zones.Length < FewestZones) throw new ArgumentException($"{zones.Length} zones; a detector that is learned from other zones needs at least {FewestZones}.");
        var folds = Math.Min(Folds, zones.Length);
        var foldOf = zones.Index().ToDictionary(zone => zone.Item, zone => zone.Index % folds);
        var scored = Enumerable.Range(0, folds).SelectMany(fold => Score(rows, row => foldOf[row.Zone] == fold, seed)).ToImmutableArray();
        var inside = rows.Where(row => !row.IsOutside).Average(row => Math.Abs(row.Error));
        var outside = rows.Where(row => row.IsOutside).Average(row => Math.Abs(row.Error));
        var sides = scored.GroupBy(each => (each.Row.Zone, each.Row.IsOutside)).ToArray();
        var plain = scored.ToLookup(each => each.Row.IsOutside);
        var (insideCoverage, radius) = Inside([.. plain[false].Select(each => each.Row)], seed);
        var (widened, width) = Widened(scored, zones, foldOf);
        return new(
            zones.Length, inside, outside,
            ClassScore.Area([.. scored.Select(each => each.Expected)], [.. scored.Select(each => Math.Abs(each.Row.Error) > Limit * inside)]),
            ClassScore.Area([.. sides.Select(side => side.Average(each => each.Expected))], [.. sides.Select(side => side.Average(each => Math.Abs(each.Row.Error)) > Limit * inside)]),
            ClassScore.Area([.. scored.Select(each => each.Row.Distance)], [.. scored.Select(each => each.Row.IsOutside)]),
            insideCoverage, plain[true].Average(each => Math.Abs(each.Row.Error) <= radius ? 1.0 : 0), widened, width / radius, scored);
    }

    private static IEnumerable<(ZoneRow Row, double Expected)> Score(IReadOnlyCollection<ZoneRow> rows, Func<ZoneRow, bool> isJudged, int seed)
    {
        var known = rows.Where(row => !isJudged(row)).ToArray();
        var asked = rows.Where(isJudged).ToArray();
        var detector = ErrorForest.Fit([.. known.Select(row => row.Signals.ToArray())], [.. known.Select(row => row.Error)], seed);
        return asked.Zip(detector.SizeOf([.. asked.Select(row => row.Signals.ToArray())]));
    }

    // Half of the rows inside calibrate, half are judged.
    private static (double Coverage, double Radius) Inside(ZoneRow[] rows, int seed)
    {
        new Random(seed).Shuffle(rows);
        var half = rows.Length / 2;
        var radius = SplitConformal.Fit(rows[..half].Select(row => row.Error), Coverage).Radius;
        return (rows[half..].Average(row => Math.Abs(row.Error) <= radius ? 1.0 : 0), radius);
    }

    private static (double Coverage, double Width) Widened(ImmutableArray<(ZoneRow Row, double Expected)> scored, string[] zones, Dictionary<string, int> foldOf)
    {
        var (hits, count, width) = (0, 0, 0.0);
        foreach (var fold in Enumerable.Range(0, foldOf.Values.Max() + 1))
        {
            var known = scored.Where(each => each.Row.IsOutside && foldOf[each.Row.Zone] != fold).ToArray();
            if (known.GroupBy(each => each.Row.Zone).Count(zone => zone.Count() >= 9) < FewestZones) continue; // 9 rows: the fewest that bound 90 %
            var intervals = NewGroupConformal.Fit([.. known.Select(each => each.Row.Error)], [.. known.Select(each => each.Expected)], [.. known.Select(each => each.Row.Zone)], Coverage);
            foreach (var (row, expected) in scored.Where(each => each.Row.IsOutside && foldOf[each.Row.Zone] == fold))
            {
                var half = intervals.HalfWidth(expected, row.Zone);
                (hits, count, width) = (hits + (Math.Abs(row.Error) <= half ? 1 : 0), count + 1, width + half);
            }
        }
        return count == 0 ? (double.NaN, double.NaN) : (hits / (double)count, width / count);
    }
}
