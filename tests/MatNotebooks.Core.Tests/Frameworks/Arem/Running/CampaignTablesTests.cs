using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Core.Tests.Frameworks.Arem.Running;

public sealed class CampaignTablesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tables-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void What_is_written_is_read_back()
    {
        CampaignSpan[] spans =
        [
            new(0, AremLayer.Representation, 0, 0, 0.5, TaskEnding.Done, "fine encoding of 3") { CoreSeconds = 0.5 },
            new(1, AremLayer.Steering, 1, 0.25, 2, TaskEnding.Discovery, "C(=O), \"odd\"") { CoreSeconds = 1.5, Where = "Slurm job 3_1 on n2", Staleness = 0.25, IsFine = true },
        ];
        CampaignMoment[] course =
        [
            new(0, 2, [0.5, 0.5, 1], [0, 0, 0]) { Note = "first, note" },
            new(2, 2, [0, 0.25, 1.75], [0, 0, 0]) { Held = 4, Used = 3.9, Simulations = 1, Budget = 1, Labels = 1, Hits = 1, Models = 2, Decisions = 7, DecisionMicroseconds = 3.5, Ended = "the simulations are spent" },
        ];
        CampaignTables.Write(folder.FullName, "one", new("one", "arem", "here", ["x"], [.. course], [.. spans]));
        var read = CampaignTables.Read(folder.FullName, "one", "arem");
        Assert.Equal(spans, read.Spans);
        Assert.Equal(["C(=O), \"odd\""], read.Hits.AsEnumerable());
        Assert.Equal(("the simulations are spent", "first, note", 0.975), (read.Ended, read.Course[0].Note, read.Now!.Utilisation));
        Assert.Equal(course[1].Shares, read.Now.Shares);
        File.AppendAllText(Path.Combine(folder.FullName, "one.tasks.csv"), "2,steering,x\n");
        Assert.Contains("one.tasks.csv, row 3 cannot be read", Assert.Throws<InvalidDataException>(() => CampaignTables.Read(folder.FullName, "one")).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => CampaignTables.Read(folder.FullName, "two"));
    }
}
