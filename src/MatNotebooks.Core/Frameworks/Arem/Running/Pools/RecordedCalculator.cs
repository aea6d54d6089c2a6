using System.Globalization;
using MatNotebooks.Cluster;
using MatNotebooks.Simulation;

namespace MatNotebooks.Frameworks.Arem.Running.Pools;

/// <summary>Answers with labels that stand in a table, after a while, as a simulator would: what waits is a program, and so takes a worker's core wherever it runs.</summary>
internal sealed class RecordedCalculator(string table, double seconds, IReadOnlyDictionary<string, RecordedLabel> labels) : ICalculator
{
    public string Description => $"recorded labels of {table}";

    public string InputHash(CalculationTask task) => CalculationText.Hash($"recorded {table} {task.Name}");

    public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        if (!labels.TryGetValue(task.Name, out var label)) return CalculationOutcome.Of(FailureKind.BadInput, $"{task.Name} has no label in the table of {table}.");
        if (seconds > 0)
        {
            // The name is an argument that sleep never sees: it tells the programs of two candidates apart.
            var job = new ProcessJob("sh", ["-c", "sleep \"$1\"", task.Name, seconds.ToString(CultureInfo.InvariantCulture)], "", TimeSpan.FromSeconds(60 + (2 * seconds)));
            var outcome = await job.RunAsync(cancellation).ConfigureAwait(false);
            if (CalculationText.Failure(outcome, job, "sleep", "It belongs to coreutils.") is { } failure) return CalculationOutcome.Of(failure);
        }
        cancellation.ThrowIfCancellationRequested();
        return CalculationOutcome.Of(new CalculationResult
        {
            Energy = label.Energy, Gap = label.Gap, Homo = label.Homo, Lumo = label.Lumo, Dipole = label.Dipole, Polarizability = label.Polarizability,
            CoreSeconds = seconds, Source = new("a table", "1", table),
        });
    }
}

/// <summary>What a table says of a candidate, in the units of <see cref="CalculationResult"/>.</summary>
/// <param name="Energy">Energy | eV.</param>
internal sealed record RecordedLabel(double Energy)
{
    public double? Gap { get; init; }

    public double? Homo { get; init; }

    public double? Lumo { get; init; }

    public double? Dipole { get; init; }

    public double? Polarizability { get; init; }
}
