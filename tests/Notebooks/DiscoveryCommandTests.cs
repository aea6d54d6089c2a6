using System.Text.Json.Nodes;

namespace MatNotebooks.NotebookTests;

/// <summary>Discovery campaigns as a user runs, kills, orders and watches them.</summary>
public sealed class DiscoveryCommandTests : IDisposable
{
    private const string Campaign = """
        campaign: gaps
        pool:
          kind: molecules
          labels: recorded
          count: 300
          seconds: 0.02
        goal:
          property: gap
          at_most: 2.5
        budget:
          simulations: 60
        place:
          cores: 2
        interval: 0.1
        ledger: ledger.db
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("arem-");

    public DiscoveryCommandTests() => File.WriteAllText(Path.Combine(folder.FullName, "gaps.yaml"), Campaign);

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Killed without warning at seeded moments: what was finished stays, no simulation, encoding or training is done twice.</summary>
    [Fact]
    public async Task A_killed_controller_goes_on_with_the_same_ledger_and_does_nothing_twice()
    {
        var random = new Random(3);
        for (var kill = 0; kill < 3 || (Simulated() == 0 && kill < 50); kill++) // on a busy machine the first ones come before anything is done
            await MatnbProcess.KillAsync(folder.FullName, afterLines: 2, TimeSpan.FromMilliseconds(random.Next(150) + (50 * Math.Max(0, kill - 2))), "campaign", "run", "gaps.yaml");
        var done = Simulated();
        var rest = await MatnbProcess.RunAsync(folder.FullName, "campaign", "resume", "ledger.db");
        Assert.True(rest.ExitCode == 0, rest.Error + rest.Output);
        Assert.Contains("hits in 60 simulations (0 failed)", rest.Output);
        Assert.InRange(done, 1, 59); // killed on the way
        var tasks = Tasks();
        Unique(tasks.Where(task => (int)task["Layer"]! == 2).Select(task => (string)task["Subject"]!));
        Unique(tasks.Select(task => task["Number"]!.ToJsonString()));
        Unique(Lines("encodings.jsonl").SelectMany(batch => batch["Names"]!.AsArray().Select(name => $"{batch["IsFine"]} {name}")));
        Unique(Lines("models.jsonl").Where(step => step["Answer"] is not null).Select(step => $"{step["Cycle"]} {step["Stage"]} {step["Part"]}"));
        Assert.Contains("60 tasks: 60 done", (await MatnbProcess.RunAsync(folder.FullName, "campaign", "status", "ledger.db")).Output);
    }

    [Fact]
    public async Task Orders_reach_a_campaign_and_what_is_wrong_is_one_line()
    {
        var running = MatnbProcess.RunAsync(folder.FullName, "campaign", "run", "gaps.yaml", "--page", "gaps.html");
        while (!File.Exists(Path.Combine(folder.FullName, "ledger.db-campaign", "course.jsonl")) && !running.IsCompleted) await Task.Delay(20);
        var budget = await MatnbProcess.RunAsync(folder.FullName, "campaign", "budget", "gaps.yaml", "--simulations", "50");
        Assert.True(budget.ExitCode == 0, budget.Error);
        var run = await running;
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Matches("hits in [56][0-9] simulations", run.Output); // 60 where it was over before the order came
        Assert.Contains("What each worker does", File.ReadAllText(Path.Combine(folder.FullName, "gaps.html")));
        Assert.Matches("hits in [56]", (await MatnbProcess.RunAsync(folder.FullName, "campaign", "watch", "gaps.yaml")).Output);

        File.WriteAllText(Path.Combine(folder.FullName, "wrong.yaml"), Campaign.Replace("cores: 2", "cores: 0"));
        var wrong = await MatnbProcess.RunAsync(folder.FullName, "campaign", "run", "wrong.yaml");
        Assert.Equal((2, "matnb campaign run: wrong.yaml, line 13, place.cores: Cores is 0; it must be 1 to 100000."), (wrong.ExitCode, wrong.Error.Trim()));
        Assert.Contains("No campaign has run with the ledger none.db", (await MatnbProcess.RunAsync(folder.FullName, "campaign", "pause", "none.db")).Error);
        Assert.Contains("There is no campaign nowhere.yaml", (await MatnbProcess.RunAsync(folder.FullName, "campaign", "run", "nowhere.yaml")).Error);
    }

    private int Simulated() => Tasks().Count(task => (int)task["Layer"]! == 2);

    private JsonNode[] Tasks() => Lines("tasks.jsonl");

    private JsonNode[] Lines(string file) => Path.Combine(folder.FullName, "ledger.db-campaign", file) is var path && !File.Exists(path) ? [] :
    [
        .. File.ReadLines(path).Select(line =>
        {
            try
            {
                return JsonNode.Parse(line);
            }
            catch (System.Text.Json.JsonException)
            {
                return null; // cut short by a kill
            }
        }).OfType<JsonNode>(),
    ];

    private static void Unique(IEnumerable<string> names)
    {
        var twice = names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key).ToArray();
        Assert.True(twice.Length == 0, $"done twice: {string.Join(", ", twice.Take(5))}");
    }
}
