using System.Globalization;
using MatNotebooks.Cluster;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

/// <summary>A calculator whose program is a line of shell that leaves a mark when it begins and one when it ends, so that runs can be counted.</summary>
internal sealed class Marks(string folder, Func<string, double> seconds) : ICalculator
{
    public string Description => "marks";

    public string Begun => Path.Combine(folder, "begun");

    public string Ended => Path.Combine(folder, "ended");

    public string InputHash(CalculationTask task) => "mark of " + task.Name;

    public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        var script = string.Create(CultureInfo.InvariantCulture, $"echo {task.Name} $SLURMD_NODENAME >> {Begun}; sleep {seconds(task.Name)}; echo {task.Name} $SLURMD_NODENAME >> {Ended}; echo {Energy(task.Name)}");
        var job = new ProcessJob("/bin/sh", ["-c", script], "", TimeSpan.FromMinutes(5));
        var outcome = await job.RunAsync(cancellation);
        return CalculationText.Failure(outcome, job, "marks", "Install a shell.") is { } failure
            ? CalculationOutcome.Of(failure)
            : CalculationOutcome.Of(new CalculationResult { Energy = double.Parse(outcome.Output, CultureInfo.InvariantCulture), CoreSeconds = outcome.CoreSeconds, Source = new("marks", "1", script) });
    }

    public static double Energy(string name) => -1.5 * int.Parse(name, CultureInfo.InvariantCulture);

    public static IEnumerable<CampaignJob> Jobs(int count) =>
        Enumerable.Range(0, count).Select(i => new CampaignJob($"{i}", new Molecule([new("He", new(i, 0, 0))], $"{i}")));

    /// <summary>The marks so far, as "task node".</summary>
    public static string[] Of(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];
}
