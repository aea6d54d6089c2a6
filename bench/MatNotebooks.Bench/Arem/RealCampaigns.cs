using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Work;
using Spectre.Console;

namespace MatNotebooks.Bench.Arem;

/// <summary>
/// Campaigns that really ran: molecules relaxed by xTB and octet crystals computed by GPAW, on this machine and on a Slurm of two nodes that loses one of
/// them for a while. Each goes on where it was stopped; one that has ended is not run again.
/// </summary>
internal static class RealCampaigns
{
    private const int Cores = 2, Molecules = 300, Crystals = 12;

    private static readonly string Folder = Path.Combine(DataFolders.Repository, "out", "arem-real");

    /// <summary>Where the committed tables of the campaigns lie.</summary>
    public static string Tables { get; } = Path.Combine(DataFolders.Repository, "bench", "results", "campaigns");

    /// <summary>Name and definition of each.</summary>
    private static IEnumerable<CampaignDefinition> All()
    {
        var arem = new PolicyChoice();
        var equal = new PolicyChoice { Name = "equal", Idle = IdleCores.Fenced }; // as in the simulation: shares are fences
        foreach (var place in new[] { "local", "slurm" })
        {
            yield return Xtb($"xtb-{place}", arem, place);
            if (place == "local") yield return Xtb($"xtb-{place}", equal, place, Molecules / 5); // enough to see how idle its cores are
            yield return Gpaw($"gpaw-{place}", arem, place);
        }
    }

    public static async Task RunAsync(CancellationToken cancellation)
    {
        var table = new ResultTable("arem");
        var program = new WorkProgram("dotnet", [Path.Combine(AppContext.BaseDirectory, "matnb-bench.dll"), CampaignWorker.Name]);
        using var cluster = new TestCluster(Path.Combine(Folder, "cluster"));
        foreach (var definition in All())
        {
            if (definition.Place.On == "slurm" && cluster.Missing is { } missing)
            {
                AnsiConsole.MarkupLineInterpolated($"{definition.Name} needs {missing} and is left out.");
                continue;
            }
            if (HasEnded(definition.LedgerFile))
            {
                AnsiConsole.MarkupLineInterpolated($"{definition.Name} has ended before.");
                continue; // its rows name the sources that ran it
            }
            await new DiscoveryCampaign(definition) { Program = program }.RunAsync(new Watch(definition, cluster), cancellation);
            Report(table, definition, CampaignReport.Read(definition.LedgerFile));
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath} and {Tables}");
    }

    private static CampaignDefinition Xtb(string name, PolicyChoice policy, string place, int simulations = Molecules) => new()
    {
        Name = $"{name}/{policy.Name}", Pool = new() { Kind = "molecules", Count = 2400, LeastHeavyAtoms = 5 }, Goal = [new("gap", Most: 2.0)], Policy = policy,
        Budget = new() { Simulations = simulations }, Place = new() { On = place, Cores = Cores }, Interval = 1, Ledger = LedgerOf(name, policy),
    };

    private static CampaignDefinition Gpaw(string name, PolicyChoice policy, string place) => new()
    {
        Name = $"{name}/{policy.Name}", Pool = new() { Kind = "octet", KPoints = 4 }, Goal = [new("gap", Least: 4.0)], Policy = policy,
        Budget = new() { Simulations = Crystals }, Model = new() { FirstLabels = 4 }, Place = new() { On = place, Cores = Cores }, Interval = 1, Ledger = LedgerOf(name, policy),
    };

    private static string LedgerOf(string name, PolicyChoice policy) => Path.Combine(Folder, $"{name}-{policy.Name}.db");

    private static bool HasEnded(string ledger) => File.Exists(ledger) && CampaignReport.Read(ledger).Ended is "the simulations are spent";

    private static void Report(ResultTable table, CampaignDefinition definition, CampaignReport report)
    {
        var now = report.Now!;
        CampaignTables.Write(Tables, Path.GetFileNameWithoutExtension(definition.LedgerFile), report);
        void Put(string metric, double value, string unit) => table.Report(new(definition.Name, metric, value, unit) { Threads = definition.Place.Cores });
        Put("utilisation", now.Utilisation, "1");
        Put("decision_us", now.DecisionMicroseconds, "µs");
        Put("simulations", now.Simulations, "1");
        Put("failures", now.Failures, "1");
        Put("discoveries", now.Hits, "1");
        Put("models", now.Models, "1");
        Put("held", now.Held, "core-s");
        foreach (var layer in Enum.GetValues<AremLayer>()) Put($"spent_{(int)layer}", report.Spans.Where(span => span.Layer == layer).Sum(span => span.CoreSeconds), "core-s");
    }

    /// <summary>Says what happens, and takes a node away from the cluster for a while in the middle of a long campaign.</summary>
    private sealed class Watch(CampaignDefinition definition, TestCluster cluster) : IProgress<CampaignMoment>
    {
        private bool drained, back;

        public void Report(CampaignMoment value)
        {
            if (value.Note is not null || value.Ended is not null || (int)value.Time % 10 == 0)
                AnsiConsole.WriteLine($"{definition.Name} {value.Time,7:F1} s  {value.Simulations}/{value.Budget} hits {value.Hits} models {value.Models} used {100 * value.Utilisation:F1} %  {value.Note}{value.Ended}");
            if (definition.Place.On != "slurm" || definition.Budget.Simulations < 100) return;
            if (!drained && value.Simulations >= value.Budget / 3) cluster.Drain(drained = true);
            if (!back && value.Simulations >= value.Budget / 2) cluster.Drain(!(back = true));
        }
    }
}
