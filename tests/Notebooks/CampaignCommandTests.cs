namespace MatNotebooks.NotebookTests;

/// <summary>Campaigns as a user runs, kills, resumes and exports them.</summary>
public sealed class CampaignCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("campaign-");

    private string Xtb => StandInXtb.In(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Twelve times killed without warning at seeded moments: what it said was finished is finished, and nothing is computed twice.</summary>
    [Fact]
    public async Task A_killed_campaign_loses_only_what_was_in_flight()
    {
        var random = new Random(12);
        var said = new List<string>();
        for (var kill = 0; kill < 12; kill++)
        {
            var run = await MatnbProcess.KillAsync(folder.FullName, afterLines: 1 + random.Next(9), TimeSpan.FromMilliseconds(random.Next(40)), Simulate("60"));
            said.AddRange(run.Where(line => line.Contains(" eV", StringComparison.Ordinal)).Select(Name));
            if (!File.Exists(Path.Combine(folder.FullName, "ledger.db"))) continue;
            var done = (await ExportAsync()).Where(row => row[3] == "Done").Select(row => row[0]).ToHashSet();
            Assert.All(said, name => Assert.Contains(name, done));
        }
        var rest = await MatnbProcess.RunAsync(folder.FullName, "campaign", "resume", "ledger.db");
        Assert.True(rest.ExitCode == 0, rest.Error + rest.Output);
        said.AddRange(rest.Output.Split('\n').Where(line => line.Contains(" eV", StringComparison.Ordinal)).Select(Name));
        Assert.Equal(said.Count, said.Distinct().Count());
        var rows = await ExportAsync();
        Assert.Equal((60, 60), (rows.Length, rows.Count(row => row[3] == "Done")));
        Assert.Contains("60 tasks: 60 done", (await MatnbProcess.RunAsync(folder.FullName, "campaign", "status", "ledger.db")).Output);
    }

    [Fact]
    public async Task Results_go_to_tables()
    {
        var run = await MatnbProcess.RunAsync(folder.FullName, [.. Simulate("4"), "--output", "molecules.jsonl"]);
        Assert.Contains("4 tasks: 4 done", run.Output);
        Assert.True(File.Exists(Path.Combine(folder.FullName, "molecules.jsonl")), run.Output);
        var again = await MatnbProcess.RunAsync(folder.FullName, [.. Simulate("4"), "--seed", "1", "--output", "again.jsonl"]); // from other starts, in the same ledger
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Equal(Ids("molecules.jsonl"), Ids("again.jsonl"));
        var export = await MatnbProcess.RunAsync(folder.FullName, "campaign", "export", "ledger.db", "--to", "tasks.jsonl");
        Assert.Contains("8 tasks written", export.Output);
        Assert.All(File.ReadAllLines(Path.Combine(folder.FullName, "tasks.jsonl")), line => Assert.Contains("\"energy_eV\":-137.9765", line));
    }

    [Fact]
    public async Task Bad_input_is_one_line()
    {
        Assert.Contains("There is no ledger", (await MatnbProcess.RunAsync(folder.FullName, "campaign", "status", "none.db")).Error);
        Assert.Contains("--count 0: give 1 to 100000", (await MatnbProcess.RunAsync(folder.FullName, "simulate", "molecules", "--count", "0")).Error);
        Assert.Contains("ends with .jsonl", (await MatnbProcess.RunAsync(folder.FullName, [.. Simulate("3"), "--output", "x.csv"])).Error);
        Assert.Contains("there is no folder", (await MatnbProcess.RunAsync(folder.FullName, [.. Simulate("3"), "--output", "nowhere/x.jsonl"])).Error);
        var missing = await MatnbProcess.RunAsync(folder.FullName, "simulate", "molecules", "--count", "3", "--ledger", "l.db", "--xtb", "/nowhere/xtb");
        Assert.Equal((1, true), (missing.ExitCode, missing.Error.Contains("apt install xtb")));
        Assert.Contains("ends with .csv or .jsonl", (await MatnbProcess.RunAsync(folder.FullName, "campaign", "export", "l.db", "--to", "x.xls")).Error);
    }

    private string[] Ids(string table) =>
        [.. File.ReadLines(Path.Combine(folder.FullName, table)).Select(line => (string?)System.Text.Json.Nodes.JsonNode.Parse(line)!["id"] ?? "")];

    private string[] Simulate(string count) =>
        ["simulate", "molecules", "--count", count, "--workers", "2", "--ledger", "ledger.db", "--xtb", Xtb];

    private static string Name(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];

    private async Task<string[][]> ExportAsync()
    {
        var export = await MatnbProcess.RunAsync(folder.FullName, "campaign", "export", "ledger.db");
        Assert.True(export.ExitCode == 0, export.Error);
        return [.. export.Output.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
    }
}
