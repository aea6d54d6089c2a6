using System.Collections.Immutable;
using MatNotebooks.Datasets.Splits;

namespace MatNotebooks.Frameworks.Mpbf.Boundaries;

/// <summary>Leaves zones out one after the other and asks a model that has not seen them, inside and outside of what it knows.</summary>
public static class ZoneStudy
{
    private const double InsideShare = 0.2; // of the rows that are left, at most: they judge inside
    private const int FewestTraining = 40;

    /// <summary>Runs all zones, in parallel.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="zones">Each division's test rows are the zone; see <see cref="LeaveElementOut"/>, <see cref="LeavePrototypeOut"/>, <see cref="LeaveClusterOut"/> and <see cref="TimeSplit"/>.</param>
    /// <param name="options">How.</param>
    /// <returns>Rows inside and outside of every zone.</returns>
    /// <exception cref="ArgumentException">No zone, or one that leaves fewer than 40 rows to train on.</exception>
    public static ImmutableArray<ZoneRow> Run(BoundaryProblem problem, IReadOnlyList<DataSplit> zones, ZoneOptions? options = null)
    {
        options ??= new();
        if (zones.Count == 0) throw new ArgumentException("There is no zone to leave out; give at least one division.");
        var rows = new ZoneRow[zones.Count][];
        Parallel.For(0, zones.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, zone => rows[zone] = Run(problem, zones[zone], zone, options));
        return [.. rows.SelectMany(each => each)];
    }

    private static ZoneRow[] Run(BoundaryProblem problem, DataSplit zone, int place, ZoneOptions options)
    {
        var chance = new Random(unchecked((options.Seed * 1009) + place));
        int[] known = [.. zone.Train, .. zone.Validation];
        chance.Shuffle(known);
        var judging = Math.Min(options.MostJudging, (int)(InsideShare * known.Length));
        var name = zone.Name ?? $"zone {place + 1}";
        if (known.Length - judging < FewestTraining)
            throw new ArgumentException($"Without {name} {known.Length} of {problem.Values.Length} rows are left, {judging} of them to judge; a model needs at least {FewestTraining} to train on.");
        int[] outside = [.. zone.Test];
        chance.Shuffle(outside);
        var model = new ZoneModel(problem, known[judging..Math.Min(known.Length, judging + options.MostTraining)], options);
        return
        [
            .. model.Judge(problem, name, known[..judging], isOutside: false),
            .. model.Judge(problem, name, outside[..Math.Min(outside.Length, options.MostJudging)], isOutside: true),
        ];
    }
}
