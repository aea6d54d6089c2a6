using System.Globalization;
using MatNotebooks.Cluster;

namespace MatNotebooks.Simulation.Campaigns;

/// <summary>One task computed under a ledger's eyes.</summary>
internal static class CampaignStep
{
    /// <summary>This process, as the ledger calls it: host and process id.</summary>
    public static string Worker { get; } = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");

    /// <summary>The outcome the ledger has, or else a new one, which the ledger then has.</summary>
    /// <exception cref="ClusterException">The cluster takes no work, or does not answer; the task is planned again.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the task is planned again.</exception>
    public static async Task<CalculationOutcome> RunAsync(
        ICalculator calculator, CampaignLedger ledger, string name, CalculationTask task, CancellationToken cancellation)
    {
        var hash = calculator.InputHash(task);
        ledger.Plan([new(name, hash) { Settings = calculator.Description }]);
        if (!ledger.Start(name, hash, Worker) && ledger.Find(name, hash) is { Result: { } known }) return CalculationOutcome.Of(known);
        CalculationOutcome outcome;
        try
        {
            outcome = await calculator.CalculateAsync(task, cancellation).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested(); // Ctrl-C reaches the calculation too, whose death then is no result
        }
        catch (Exception error) when (error is OperationCanceledException or ClusterException)
        {
            ledger.Release(name, hash);
            throw;
        }
        if (outcome.Failure?.Kind is FailureKind.NotInstalled or FailureKind.NoRoom) ledger.Release(name, hash);
        else ledger.Finish(name, hash, outcome, RunningWork.Current?.Where is { } where ? $"{Worker}, {where}" : Worker);
        return outcome;
    }
}
