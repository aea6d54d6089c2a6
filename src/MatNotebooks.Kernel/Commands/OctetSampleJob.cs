using System.Globalization;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Kernel.Commands;

/// <summary>Recomputes rows of the octet table and says whether they agree.</summary>
internal sealed class OctetSampleJob(ICalculator calculator, IReadOnlyList<OctetRecord> table, int count, int seed)
{
    /// <summary>Largest difference that counts as agreement | eV per formula unit.</summary>
    public const double Tolerance = 0.002;

    /// <returns>An <see cref="ExitCode"/>: failed where one row disagrees or cannot be computed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var rows = table.ToArray();
        new Random(seed).Shuffle(rows);
        rows = rows[..Math.Min(count, rows.Length)];
        Line($"{calculator.Description}; {rows.Length} of {table.Count} rows, seed {seed}, some {rows.Sum(row => row.CoreSeconds):F0} s");
        Line($"{"row",-34}{"table (eV)",14}{"now (eV)",14}{"apart (meV)",13}{"time (s)",10}");
        var agreeing = 0;
        foreach (var row in rows)
        {
            var outcome = await calculator.CalculateAsync(AsComputed(row), cancellation);
            if (outcome.Result is { } result)
            {
                var apart = result.Energy - row.Energy;
                var agrees = Math.Abs(apart) <= Tolerance;
                if (agrees) agreeing++;
                Line($"{row.Id,-34}{row.Energy,14:F6}{result.Energy,14:F6}{1000 * apart,13:F3}{result.CoreSeconds,10:F1}{(agrees ? "" : "  DISAGREES")}");
                continue;
            }
            Line($"{row.Id,-34}{row.Energy,14:F6}  {outcome.Failure!.Kind}: {outcome.Failure.Message}");
            if (outcome.Failure.Kind == FailureKind.NotInstalled) return ExitCode.Failed;
        }
        Line($"{agreeing} of {rows.Length} within {1000 * Tolerance} meV");
        return agreeing == rows.Length ? ExitCode.Success : ExitCode.Failed;
    }

    // The table's cell by lengths and angles is turned in space; GPAW's grid then is another one, which moves energies by up to 1 meV.
    private static Crystal AsComputed(OctetRecord row) => OctetPoint.Parse(row.Id)?.Crystal ?? row.Crystal;

    private static void Line(FormattableString text) => ConsoleRouting.Outside.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
