using System.Runtime.ExceptionServices;
using MatNotebooks.Cluster;

namespace MatNotebooks.Simulation.Campaigns;

/// <summary>A list of tasks computed under a ledger's eyes, several at a time; what the ledger has is not computed again.</summary>
public sealed class Campaign
{
    private readonly ICalculator calculator;
    private readonly CampaignLedger ledger;
    private readonly IWorkQueue queue;
    private readonly TimeProvider clock;

    /// <summary>Prepares a campaign; nothing runs yet.</summary>
    /// <param name="calculator">What computes.</param>
    /// <param name="ledger">Where tasks and results are kept.</param>
    /// <param name="queue">Where tasks run: a LocalQueue or a SlurmQueue. The default is this machine, one task for every core.</param>
    /// <param name="clock">The clock for the progress. The default is the machine's.</param>
    public Campaign(ICalculator calculator, CampaignLedger ledger, IWorkQueue? queue = null, TimeProvider? clock = null) =>
        (this.calculator, this.ledger, this.queue, this.clock) = (calculator, ledger, queue ?? new LocalQueue(), clock ?? TimeProvider.System);

    /// <summary>What each task needs of the machine, and may take at most. The default is one core, and the memory its calculator allows.</summary>
    public Demand Demand { get; init; } = new(1, 0);

    /// <summary>Where tasks and results are kept.</summary>
    public CampaignLedger Ledger => ledger;

    /// <summary>Computes every task that has no result yet, failed ones once more.</summary>
    /// <param name="jobs">The tasks, with different names.</param>
    /// <param name="progress">Told after each task, from any thread.</param>
    /// <param name="cancellation">Stops the run; what is running is planned again.</param>
    /// <returns>How far the campaign is now.</returns>
    /// <exception cref="ClusterException">The queue's cluster takes no work, or does not answer any more; what it has goes on.</exception>
    /// <exception cref="CalculationException">The program is not installed, or the machine has no room: no task can go on.</exception>
    /// <exception cref="IOException">The ledger's disk is full or fails; what is in the ledger stays.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<CampaignStatus> RunAsync(
        IEnumerable<CampaignJob> jobs, IProgress<CampaignProgress>? progress = null, CancellationToken cancellation = default)
    {
        var named = jobs.Select(job => (Job: job, Hash: calculator.InputHash(job.Task))).ToArray();
        ledger.Plan(named.Select(item => new LedgerEntry(item.Job.Name, item.Hash) { Settings = calculator.Description }));
        var done = ledger.Entries.Where(entry => entry.State == TaskState.Done).Select(entry => (entry.Name, entry.InputHash)).ToHashSet();
        var open = named.Where(item => !done.Contains((item.Job.Name, item.Hash))).Select(item => item.Job).ToArray();
        var meter = new CampaignMeter(clock, queue.Slots(Demand), progress);
        Exception? fatal = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var remaining = open.Length;
        try
        {
            await Task.WhenAll(open.Select(ComputeAsync)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (fatal is not null && !cancellation.IsCancellationRequested)
        {
            ExceptionDispatchInfo.Throw(fatal);
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
            try
            {
                var outcome = await CampaignStep.RunAsync(calculator, ledger, job.Name, job.Task, token).ConfigureAwait(false);
                return outcome.Failure is { Kind: FailureKind.NotInstalled or FailureKind.NoRoom } failure ? throw new CalculationException(job.Name, failure) : outcome;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Interlocked.CompareExchange(ref fatal, error, null);
                await stop.CancelAsync().ConfigureAwait(false);
                throw new OperationCanceledException(stop.Token);
            }
        }
    }
}
