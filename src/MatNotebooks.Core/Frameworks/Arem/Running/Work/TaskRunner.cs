using System.Text.Json;
using MatNotebooks.Cluster;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Layers;
using MatNotebooks.Frameworks.Arem.Running.Places;
using MatNotebooks.Frameworks.Arem.Running.Pools;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Frameworks.Arem.Running.Work;

/// <summary>Runs the tasks of a campaign on the cores of its place.</summary>
/// <param name="definition">The campaign.</param>
/// <param name="pool">Its candidates.</param>
/// <param name="ledger">Where simulations are kept.</param>
/// <param name="place">Where tasks run.</param>
/// <param name="program">Who encodes, trains and screens where this process cannot; null for nobody.</param>
internal sealed class TaskRunner(CampaignDefinition definition, ICandidatePool pool, CampaignLedger ledger, ICorePlace place, WorkProgram? program)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6); // of a training

    private readonly Lazy<ICandidatePool> made = new(() => pool);
    private readonly SemaphoreSlim networks = new(1); // libtorch's threads and seeds belong to the process

    /// <summary>Runs a task to its end; what goes wrong with a worker is part of the answer.</summary>
    /// <exception cref="ClusterException">The cluster takes no work, or does not answer; a simulation is planned again.</exception>
    /// <exception cref="CalculationException">The simulator is not installed, or there is no room: no simulation can go on.</exception>
    /// <exception cref="OperationCanceledException">The campaign was stopped; a simulation is planned again.</exception>
    public Task<LayerAnswer> RunAsync(LayerTask task, CancellationToken cancellation) => place.RunAsync(
        task.Request is null ? definition.Place.MemoryBytes : 0, token => task.Request is { } request ? Answer(request, token) : SimulateAsync(task, token), cancellation);

    private async Task<LayerAnswer> SimulateAsync(LayerTask task, CancellationToken cancellation)
    {
        var name = pool.NameOf(task.Candidate);
        var outcome = await CampaignStep.RunAsync(pool.Calculator, ledger, name, pool.TaskOf(task.Candidate), cancellation).ConfigureAwait(false);
        return outcome.Failure is { Kind: FailureKind.NotInstalled or FailureKind.NoRoom } failure
            ? throw new CalculationException(name, failure)
            : new(RunningWork.Current?.Elapsed ?? double.NaN, RunningWork.Current?.Where) { Outcome = outcome, Failure = outcome.Failure?.Message };
    }

    private async Task<LayerAnswer> Answer(TaskRequest request, CancellationToken cancellation)
    {
        var isNetwork = request.Kind is TaskKind.TrainNetwork or TaskKind.AskNetworks;
        if (!place.RunsHere || (isNetwork && program is not null)) return await SendAsync(request, cancellation).ConfigureAwait(false);
        if (isNetwork) await networks.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            return new(double.NaN, null) { Answer = await Task.Run(() => TaskWork.Answer(request, made, cancellation), cancellation).ConfigureAwait(false) };
        }
        finally
        {
            if (isNetwork) networks.Release();
        }
    }

    private async Task<LayerAnswer> SendAsync(TaskRequest request, CancellationToken cancellation)
    {
        var job = new ProcessJob(program!.Program, program.Arguments, WorkProgram.Written(definition.Pool, definition.Seed, request), Longest);
        var outcome = await job.RunAsync(cancellation).ConfigureAwait(false);
        var (where, elapsed) = (RunningWork.Current?.Where, RunningWork.Current?.Elapsed ?? double.NaN);
        if (CalculationText.Failure(outcome, job, "the worker", "It must lie where every node sees it.") is { } failure)
            return failure.Kind == FailureKind.NotInstalled ? throw new CalculationException("worker", failure) : new(elapsed, where) { Failure = failure.Message };
        try
        {
            return new(elapsed, where) { Answer = WorkProgram.Read(outcome.Output) };
        }
        catch (JsonException wrong)
        {
            return new(elapsed, where) { Failure = $"The worker's answer cannot be read: {wrong.Message}" };
        }
    }
}
