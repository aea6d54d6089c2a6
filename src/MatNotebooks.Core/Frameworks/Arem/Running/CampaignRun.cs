using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using MatNotebooks.Cluster;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Policies;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Layers;
using MatNotebooks.Frameworks.Arem.Running.Places;
using MatNotebooks.Frameworks.Arem.Running.Work;
using MatNotebooks.Frameworks.Arem.Telemetry;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>
/// The controller: decides, begins tasks on free cores, takes what comes of them, and writes down what happened. One loop; only the tasks
/// themselves run beside it. It believes its own clock, never a worker's.
/// </summary>
internal sealed class CampaignRun
{
    private readonly CampaignDefinition definition;
    private readonly CampaignStores stores;
    private readonly CampaignLayers layers;
    private readonly TaskRunner runner;
    private readonly ICorePlace place;
    private readonly TimeProvider clock;
    private readonly IProgress<CampaignMoment>? progress;
    private readonly IAllocationPolicy policy;
    private readonly CampaignAccount account;
    private readonly RefusalPatience patience = new();
    private readonly CoreCredits credits = new();
    private readonly Channel<Ended> ended = Channel.CreateUnbounded<Ended>(new() { SingleReader = true });
    private readonly Dictionary<long, (LayerTask Task, int Worker, double Began)> running = [];
    private readonly SortedSet<int> freeWorkers = [];
    private readonly double[] shares = new double[3];
    private readonly int[] busy = new int[3], failuresInARow = new int[3];
    private readonly Queue<string> notes = new();
    private CampaignOrders orders = new();
    private string? over;
    private Exception? fatal;
    private int workers, mended;

    public CampaignRun(
        CampaignDefinition definition, CampaignStores stores, TaskRunner runner, ICorePlace place, TimeProvider clock, IProgress<CampaignMoment>? progress)
    {
        (this.definition, this.stores, this.runner, this.place, this.clock, this.progress) = (definition, stores, runner, place, clock, progress);
        layers = new(definition, stores);
        policy = definition.Policy.Make();
        account = new(stores.Memory, clock, policy);
        mended = account.Mended;
    }

    private bool HasEnded => over is not null || fatal is not null;

    public async Task<CampaignReport> RunAsync(string ledger, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var hasty = CancellationTokenSource.CreateLinkedTokenSource(stop.Token); // encodings and models that nobody needs any more
        if (account.Time > 0) notes.Enqueue($"goes on at {account.Time:F0} s with {layers.Table.Labelled.Count} labels");
        while (true)
        {
            if (!HasEnded) await LookAsync(ledger, stop.Token).ConfigureAwait(false);
            Advance();
            if (!HasEnded && (over = WhyOver()) is not null) await hasty.CancelAsync().ConfigureAwait(false);
            if ((fatal is not null || cancellation.IsCancellationRequested) && !stop.IsCancellationRequested) await stop.CancelAsync().ConfigureAwait(false);
            if ((HasEnded || cancellation.IsCancellationRequested) && running.Count == 0) break;
            Decide();
            if (!HasEnded && !orders.Paused && !stop.IsCancellationRequested && patience.AllowsAt(account.Time)) Fill(stop.Token, hasty.Token);
            Note(isTick: true);
            await WaitAsync().ConfigureAwait(false);
            Advance();
            while (ended.Reader.TryRead(out var item)) Take(item);
        }
        if (over is null) over = fatal is null ? "stopped" : "failed";
        Note(isTick: false);
        if (fatal is not null) ExceptionDispatchInfo.Throw(fatal);
        cancellation.ThrowIfCancellationRequested();
        return CampaignReport.Read(ledger) with { Name = definition.Name, Policy = policy.Name, Place = place.Description };
    }

    private async Task LookAsync(string ledger, CancellationToken cancellation)
    {
        var before = orders;
        orders = CampaignOrders.Read(ledger);
        layers.Simulation.Budget = orders.Simulations ?? definition.Budget.Simulations;
        if (orders.Paused != before.Paused) notes.Enqueue(orders.Paused ? "paused" : "goes on");
        if (orders.Simulations != before.Simulations || orders.CoreHours != before.CoreHours) notes.Enqueue($"the budget is {layers.Simulation.Budget} simulations, {CoreHours:0.####} core-hours");
        try
        {
            if (await place.LookAsync(cancellation).ConfigureAwait(false) is { } note) notes.Enqueue(note);
        }
        catch (ClusterException refusal)
        {
            fatal = refusal;
        }
        catch (OperationCanceledException)
        {
            // The loop sees it.
        }
        for (; workers < place.Cores * (1 + place.Ahead); workers++) freeWorkers.Add(workers);
    }

    private double CoreHours => orders.CoreHours ?? definition.Budget.CoreHours;

    private string? WhyOver() =>
        orders.Stopped ? "stopped by order"
        : account.Held >= 3600 * CoreHours ? "the core-hours are spent"
        : layers.Simulation.Waiting > 0 || busy[(int)AremLayer.Steering] > 0 ? null
        : layers.Simulation.Begun >= layers.Simulation.Budget ? "the simulations are spent" : "no candidate is left";

    // Cores that nothing will be begun on are handed back as they fall idle.
    private int HeldCores => HasEnded || orders.Paused || layers.Simulation.Waiting == 0 ? Math.Min(place.Cores, running.Count) : place.Cores;

    private void Advance()
    {
        var seconds = account.Advance(HeldCores, place.RunsHere ? Math.Min(running.Count, place.Cores) : 0);
        credits.Pass(seconds, shares, busy, Math.Max(1, 2 * account.MeanCost));
    }

    private void Decide()
    {
        if (place.Cores == 0 || HasEnded) return;
        var state = new CampaignState(account.Time, place.Cores, SecondsLeft())
        {
            Runnable = (layers[0].Waiting + busy[0], layers[1].Waiting + busy[1], layers[2].Waiting + busy[2]), Labels = layers.Table.Labelled.Count,
            Unencoded = layers.Encoding.Unencoded, Uncertainty = layers.Models.Uncertainty, ExpectedHits = layers.Models.ExpectedHits,
        };
        var began = Stopwatch.GetTimestamp();
        policy.Decide(state, shares);
        account.Decided(Stopwatch.GetElapsedTime(began));
        BudgetSum.Restore(shares, place.Cores); // whoever divides
    }

    // What the budget lets one expect: core-hours, or the simulations that are left at what one has cost so far, whichever is less.
    private double SecondsLeft()
    {
        var hours = Math.Max(0, (3600 * CoreHours) - account.Held);
        var begun = layers.Simulation.Begun;
        var each = begun < 5 || account.Held <= 0 ? Math.Max(1, account.MeanCost) : account.Held / begun;
        return Math.Min(hours, (layers.Simulation.Budget - begun) * each);
    }

    private void Fill(CancellationToken stop, CancellationToken hasty)
    {
        var room = place.Cores * (1 + place.Ahead);
        Span<int> waiting = [0, 0, 0];
        while (running.Count < room && freeWorkers.Count > 0)
        {
            for (var layer = 0; layer < 3; layer++) waiting[layer] = layers[layer].Waiting;
            if (layers.Simulation.Waiting == 0 && busy[2] == 0) return; // whatever was learned now, nobody would use it
            if (credits.Next(waiting, shares, definition.Policy.Idle) is not (>= 0 and var next)) return;
            var task = layers[next].Begin();
            var (number, worker) = (account.NextNumber(), freeWorkers.Min);
            freeWorkers.Remove(worker);
            busy[next]++;
            running.Add(number, (task, worker, account.Time));
            credits.Charge(next);
            _ = Task.Run(() => RunAsync(number, task, next == (int)AremLayer.Steering ? stop : hasty), CancellationToken.None);
        }
    }

    private async Task RunAsync(long number, LayerTask task, CancellationToken cancellation)
    {
        try
        {
            ended.Writer.TryWrite(new(number, await runner.RunAsync(task, cancellation).ConfigureAwait(false), null));
        }
        catch (Exception error)
        {
            ended.Writer.TryWrite(new(number, null, error)); // the loop decides what it means
        }
    }

    private async Task WaitAsync()
    {
        using var wake = new CancellationTokenSource();
        var timer = Task.Delay(TimeSpan.FromSeconds(definition.Interval), clock, wake.Token);
        await Task.WhenAny(ended.Reader.WaitToReadAsync(wake.Token).AsTask(), timer).ConfigureAwait(false);
        await wake.CancelAsync().ConfigureAwait(false);
    }

    private void Take(Ended item)
    {
        if (!running.Remove(item.Number, out var begun)) return; // told twice
        var (task, worker, began) = begun;
        freeWorkers.Add(worker);
        busy[(int)task.Layer]--;
        if (item.Answer is not { } answer)
        {
            layers[(int)task.Layer].Release(task);
            Judge(item.Error!);
            return;
        }
        var ending = layers[(int)task.Layer].End(task, answer);
        var (end, held) = (account.Time, account.Time - began);
        var cost = account.Believed(answer.CoreSeconds, held, place.RunsHere);
        if (!place.RunsHere) account.Use(cost);
        var span = new CampaignSpan(item.Number, task.Layer, worker, place.RunsHere ? began : Math.Max(began, end - cost), end, ending, task.Subject)
        {
            CoreSeconds = cost, Where = answer.Where, Staleness = double.IsNaN(task.Staleness) ? null : task.Staleness, IsFine = task.IsFine,
        };
        account.Hear(span);
        if (account.Mended > mended) notes.Enqueue($"what worker {worker} says of {task.Subject} cannot be: {cost:0.###} core-seconds are believed");
        mended = account.Mended;
        if (ending == TaskEnding.Discovery) notes.Enqueue($"hit {layers.Simulation.Hits.Count}: {task.Subject}");
        if (ending != TaskEnding.Failed) (failuresInARow[(int)task.Layer], _) = (0, patience.Forget());
        else Failed(task, answer.Failure ?? "no answer");
        layers.Follow();
    }

    // A simulation may fail by its candidate; an encoding or a training that keeps failing would be tried for ever.
    private void Failed(LayerTask task, string why)
    {
        notes.Enqueue($"failed: {task.Subject}: {why}");
        var most = task.Layer == AremLayer.Steering ? 50 : 5;
        if (++failuresInARow[(int)task.Layer] >= most)
            fatal ??= new CalculationException(task.Subject, new(FailureKind.Crashed, $"{most} tasks of this kind failed one after the other, the last with: {why} Mend that and run again; what is done stays done."));
    }

    private void Judge(Exception error)
    {
        if (error is OperationCanceledException) return;
        if (error is ClusterException refusal && patience.Bears(refusal, account.Time) is { } note) notes.Enqueue(note);
        else fatal ??= error;
    }

    private void Note(bool isTick)
    {
        if (isTick && notes.Count == 0 && !account.IsDue(definition.Interval)) return;
        do
        {
            var moment = account.Moment(HeldCores, shares, busy) with
            {
                Simulations = layers.Simulation.Begun, Budget = layers.Simulation.Budget, Labels = layers.Table.Labelled.Count, Hits = layers.Simulation.Hits.Count,
                Failures = layers.Simulation.Failures, Models = layers.Models.Refreshes, Note = notes.TryDequeue(out var note) ? note : null,
                Ended = isTick || notes.Count > 0 ? null : over, Policy = account.IsFirst ? policy.Name : null,
            };
            stores.Memory.Add(moment);
            progress?.Report(moment);
        }
        while (notes.Count > 0);
    }

    private readonly record struct Ended(long Number, LayerAnswer? Answer, Exception? Error);
}
