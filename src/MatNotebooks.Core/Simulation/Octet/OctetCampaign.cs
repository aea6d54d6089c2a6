using System.Collections.Concurrent;
using System.Collections.Immutable;
using MatNotebooks.Cluster;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Simulation.Octet;

/// <summary>Computes the points that complete the curves of the octet table.</summary>
/// <remarks>
/// Each curve is walked by <see cref="LatticeScan"/> from the points there are, in the table or in the ledger; every finished
/// calculation goes to the ledger at once. A curve one of whose calculations fails is left until the next run.
/// </remarks>
public sealed class OctetCampaign
{
    /// <summary>A curve with this many points and no minimum has none.</summary>
    private const int MostPoints = 20;

    private readonly ICalculator calculator;
    private readonly CampaignLedger ledger;
    private readonly TimeProvider clock;
    private readonly ConcurrentDictionary<PlannedCurve, ImmutableList<CurvePoint>> curves = new();
    private readonly Dictionary<PlannedCurve, double> guesses = [];

    /// <summary>Prepares a campaign; nothing runs yet.</summary>
    /// <param name="calculator">What computes a point.</param>
    /// <param name="ledger">Where results go, and earlier ones are found.</param>
    /// <param name="known">Points that need no calculation | energies in eV per formula unit.</param>
    /// <param name="clock">The clock for the progress. The default is the machine's.</param>
    public OctetCampaign(
        ICalculator calculator, CampaignLedger ledger, IEnumerable<(OctetPoint Point, double Energy)> known, TimeProvider? clock = null)
    {
        (this.calculator, this.ledger, this.clock) = (calculator, ledger, clock ?? TimeProvider.System);
        foreach (var curve in PlannedCurve.All) curves[curve] = [];
        foreach (var (point, energy) in known) Add(point, energy);
        foreach (var (point, result) in Results()) Add(point, result.Energy);
        var lowest = curves.Where(curve => curve.Value.Count > 0)
            .ToDictionary(curve => curve.Key, curve => curve.Value.MinBy(point => point.Energy).LatticeConstant);
        foreach (var curve in curves.Where(curve => curve.Value.Count == 0).Select(curve => curve.Key))
            if (LatticeGuess.Of(curve, lowest) is { } guess) guesses[curve] = guess;
    }

    /// <summary>The curves that are not complete, in the order of the table.</summary>
    public IReadOnlyList<PlannedCurve> Incomplete => [.. PlannedCurve.All.Where(curve => LatticeScan.LeastMissing(curves[curve]) > 0)];

    /// <summary>The results this calculator's settings have in the ledger.</summary>
    public IEnumerable<(OctetPoint Point, CalculationResult Result)> Results()
    {
        foreach (var entry in ledger.Entries)
            if (entry.Result is not null && OctetPoint.Parse(entry.Name) is { } point && calculator.InputHash(point.Crystal) == entry.InputHash)
                yield return (point, entry.Result);
    }

    /// <summary>Computes until every curve is complete or has failed.</summary>
    /// <param name="queue">Where points are computed. The default is this machine, one for every core.</param>
    /// <param name="demand">What each point needs and may take at most. The default is one core, and the memory its calculator allows.</param>
    /// <param name="progress">Told after each calculation, from any thread.</param>
    /// <param name="cancellation">Stops the run; what is running is lost.</param>
    /// <returns>The failures, in the order they came.</returns>
    /// <exception cref="ClusterException">The queue's cluster takes no work, or does not answer any more.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<IReadOnlyList<LedgerEntry>> RunAsync(
        IWorkQueue? queue = null, Demand? demand = null, IProgress<CampaignProgress>? progress = null, CancellationToken cancellation = default)
    {
        var place = new Place(queue ?? new LocalQueue(), demand ?? new(1, 0));
        var meter = new CampaignMeter(clock, place.Queue.Slots(place.Demand), progress);
        var failures = new ConcurrentQueue<LedgerEntry>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await Parallel.ForEachAsync(
                Incomplete,
                new ParallelOptions { MaxDegreeOfParallelism = place.Queue.Slots(place.Demand) ?? -1, CancellationToken = stop.Token },
                async (curve, token) =>
                {
                    if (await WalkAsync(curve, place, meter, token).ConfigureAwait(false) is not { } failed) return;
                    failures.Enqueue(failed);
                    if (failed.Failure!.Kind == FailureKind.NotInstalled) await stop.CancelAsync().ConfigureAwait(false);
                }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Without the program no curve can go on; the failure says which.
        }
        return [.. failures];
    }

    private int Remaining => curves.Values.Sum(LatticeScan.LeastMissing);

    private async Task<LedgerEntry?> WalkAsync(PlannedCurve curve, Place place, CampaignMeter meter, CancellationToken cancellation)
    {
        if (curves[curve].IsEmpty && !guesses.ContainsKey(curve))
            return GivenUp(curve, "no known compound suggests a lattice constant; pass the shipped table as known points");
        while (LatticeScan.Next(curves[curve], guesses.GetValueOrDefault(curve)) is { } constant)
        {
            if (curves[curve].Count >= MostPoints)
                return GivenUp(curve, $"{MostPoints} points and none is a minimum with two others on either side; look at their energies");
            if (await ComputeAsync(new(curve, constant), place, meter, cancellation).ConfigureAwait(false) is { Failure: not null } failed) return failed;
        }
        return null;
    }

    private async Task<LedgerEntry> ComputeAsync(OctetPoint point, Place place, CampaignMeter meter, CancellationToken cancellation)
    {
        var outcome = await place.Queue.RunAsync(
            place.Demand, token => CampaignStep.RunAsync(calculator, ledger, point.Id, point.Crystal, token), cancellation).ConfigureAwait(false);
        if (outcome.Result is { } result) Add(point, result.Energy);
        meter.Count(point.Id, outcome, Remaining);
        return new(point.Id, calculator.InputHash(point.Crystal)) { Failure = outcome.Failure };
    }

    private void Add(OctetPoint point, double energy)
    {
        const double same = 1e-3; // Å; an adopted row is in the table and in the ledger
        var points = curves[point.Curve];
        if (!points.Any(other => Math.Abs(other.LatticeConstant - point.LatticeConstant) < same))
            curves[point.Curve] = points.Add(new(point.LatticeConstant, energy));
    }

    private static LedgerEntry GivenUp(PlannedCurve curve, string why) =>
        new(curve.ToString(), "") { Failure = new(FailureKind.BadInput, $"{curve}: {why}.") };

    private sealed record Place(IWorkQueue Queue, Demand Demand);
}
