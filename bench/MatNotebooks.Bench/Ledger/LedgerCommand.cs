using System.CommandLine;
using System.Diagnostics;
using MatNotebooks.Bench.Results;
using MatNotebooks.Simulation.Campaigns;
using Spectre.Console;

namespace MatNotebooks.Bench.Ledger;

/// <summary>
/// <c>bench ledger</c>: kills a process that runs a campaign, at random moments, and looks what its ledger lost. A task is lost when the
/// process said that it was finished and the ledger does not have its result; it is applied twice when its cost is counted twice.
/// </summary>
internal static class LedgerCommand
{
    /// <summary>Tasks of one campaign; when all are done the next begins.</summary>
    public const int Tasks = 1500;

    public static Command Create()
    {
        var kills = new Option<int>("--kills") { Description = "how often the process is killed", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "seed of the moments", DefaultValueFactory = _ => 0 };
        var command = new Command("ledger", "Kills a campaign at random moments and counts what its ledger lost.") { kills, seed };
        command.SetAction(parsed => Run(parsed.GetValue(kills), parsed.GetValue(seed)));
        return command;
    }

    private static void Run(int kills, int seed)
    {
        if (kills < 1) throw new ArgumentException($"--kills is {kills}; give at least 1.");
        var folder = Directory.CreateTempSubdirectory("ledger-kills-");
        try
        {
            var (random, tally) = (new Random(seed), new Tally());
            for (var kill = 1; kill <= kills; kill++)
            {
                var path = Path.Combine(folder.FullName, $"campaign-{tally.Campaigns}.db");
                var said = KillOnce(path, random);
                tally.Count(path, said);
                if (kill % 20 == 0) AnsiConsole.MarkupLineInterpolated($"{kill,4} kills, {tally.Finished} tasks finished, {tally.Lost} lost, {tally.Twice} applied twice, {tally.InFlight} were in flight");
            }
            var table = new ResultTable("ledger");
            table.Put(new("kill_test", "kills", kills, "1"));
            table.Put(new("kill_test", "lost", tally.Lost, "1"));
            table.Put(new("kill_test", "applied_twice", tally.Twice, "1"));
            table.Put(new("kill_test", "tasks_finished", tally.Finished, "1"));
            table.Put(new("kill_test", "in_flight", tally.InFlight, "1"));
            AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Starts a worker, kills it some lines and milliseconds later, and gives the tasks it said were finished.</summary>
    private static List<string> KillOnce(string path, Random random)
    {
        var (lines, wait) = (random.Next(0, 120), TimeSpan.FromMilliseconds(random.NextDouble() * 20));
        using var worker = Process.Start(new ProcessStartInfo("dotnet", [typeof(LedgerCommand).Assembly.Location, LedgerWorker.Name, path]) { RedirectStandardOutput = true })!;
        var said = new List<string>();
        while (said.Count < lines && worker.StandardOutput.ReadLine() is { } line) said.Add(line);
        worker.WaitForExit(wait);
        worker.Kill();
        while (worker.StandardOutput.ReadLine() is { } line) said.Add(line);
        worker.WaitForExit();
        return said;
    }

    private sealed class Tally
    {
        private int doneBefore;

        public int Campaigns { get; private set; }

        public int Finished { get; private set; }

        public int Lost { get; private set; }

        public int Twice { get; private set; }

        public int InFlight { get; private set; }

        public void Count(string path, List<string> said)
        {
            if (!File.Exists(path)) return; // killed before it made the ledger
            using var ledger = CampaignLedger.Open(path);
            var (entries, repeats) = (ledger.Entries, ledger.Status().Repeats);
            var done = entries.Where(entry => entry.State == TaskState.Done && entry.Result?.Energy == LedgerWorker.Energy(entry.Name)).Select(entry => entry.Name).ToHashSet();
            Lost += said.Where(name => name.Length > 0).Count(name => !done.Contains(name));
            Twice += entries.Count(entry => entry.CoreSeconds > 1);
            InFlight += entries.Count(entry => entry.State == TaskState.Planned && entry.Attempts > 0);
            Finished += done.Count - doneBefore;
            doneBefore = done.Count;
            if (done.Count < Tasks) return;
            AnsiConsole.MarkupLineInterpolated($"campaign {Campaigns + 1} is complete, {repeats} tasks were begun again");
            (Campaigns, doneBefore) = (Campaigns + 1, 0);
        }
    }
}
