using MatNotebooks.Cluster;

namespace MatNotebooks.Simulation.Campaigns;

/// <summary>A list of tasks computed under a ledger's eyes, several at a time; what the ledger has is not computed again.</summary>
public sealed class Campaign
{
    private readonly ICalculator calculator;
    private readonly CampaignLedger ledger;
    private readonly LocalQueue queue;
    private readonly TimeProvider clock;

    /// <summary>Prepares a campaign; nothing runs yet.</summary>
    /// <param name="calculator">What computes.</param>
    /// <param name="ledger">Where tasks and results are kept.</param>
    /// <param name="queue">Where tasks run. The default is one for every core of this machine.</param>
    /// <param name="clock">The clock for the progress. The default is the machine's.</param>
    public Campaign(ICalculator calculator, CampaignLedger ledger, LocalQueue? queue = null, TimeProvider? clock = null) =>
        (this.calculator, this.ledger, this.queue, this.clock) = (calculator, ledger, queue ?? new(), clock ?? TimeProvider.System);

    /// <summary>What each task needs of the machine. The default is one core and no account of memory.</summary>
    public Demand Demand { get; init; } = new(1, 0);

    /// <summary>Computes every task that has no result yet, failed ones once more.</summary>
    /// <param name="jobs">The tasks, with different names.</param>
    /// <param name="progress">Told after each task, from any thread.</param>
    /// <param name="cancellation">Stops the run; what is running is planned again.</param>
    /// <returns>How far the campaign is now.</returns>
    /// <exception cref="CalculationException">The program is not installed, or the machine has no room: no task can go on.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<CampaignStatus> RunAsync(
        IEnumerable<CampaignJob> jobs, IProgress<CampaignProgress>? progress = null, CancellationToken cancellation = default)
    {
        var named = jobs.Select(job => (Job: job, Hash: calculator.InputHash(job.Task))).ToArray();
        ledger.Plan(named.Select(item => new LedgerEntry(item.Job.Name, item.Hash) { Settings = calculator.Description }));
        var done = ledger.Entries.Where(entry => entry.State == TaskState.Done).Select(entry => (entry.Name, entry.InputHash)).ToHashSet();
        var open = named.Where(item => !done.Contains((item.Job.Name, item.Hash))).Select(item => item.Job).ToArray();
        var meter = new CampaignMeter(clock, queue.Cores / Demand.Cores, progress);
        CalculationException? fatal = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var remaining = open.Length;
        try
        {
            await Task.WhenAll(open.Select(ComputeAsync)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (fatal is not null && !cancellation.IsCancellationRequested)
        {
            throw fatal;
        }
        return ledger.Status();

        async Task ComputeAsync(CampaignJob job)
        {
            var outcome = await queue.RunAsync(Demand, token => StepAsync(job, token), stop.Token).ConfigureAwait(false);
            meter.Count(job.Name, outcome, Interlocked.Decrement(ref remaining));
        }

        // Stops the others before the queue lets the next of them in.
        async Task<CalculationOutcome> StepAsync(CampaignJob job, CancellationToken token)
        {
            var outcome = await CampaignStep.RunAsync(calculator, ledger, job.Name, job.Task, token).ConfigureAwait(false);
            if (outcome.Failure is not { Kind: FailureKind.NotInstalled or FailureKind.NoRoom } failure) return outcome;
            fatal ??= new(job.Name, failure);
            await stop.CancelAsync().ConfigureAwait(false);
            throw new OperationCanceledException(stop.Token);
        }
    }
}
