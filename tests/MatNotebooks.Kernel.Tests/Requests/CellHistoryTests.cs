using MatNotebooks.Kernel.Requests;

namespace MatNotebooks.Kernel.Tests.Requests;

[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class CellHistoryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matnb").FullName;

    private string FilePath => Path.Combine(folder, "of", "history.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Later_sessions_find_what_earlier_ones_ran()
    {
        var first = new CellHistory(FilePath);
        first.Add(1, "var a = 1;");
        first.Add(2, "a + 1");
        var second = new CellHistory(FilePath);
        second.Add(1, "a + 1");
        Assert.Equal([(1, 1), (1, 2), (2, 1)], second.Tail(10).Select(entry => (entry.Session, entry.Count)));
        Assert.Equal([(1, 2), (2, 1)], second.Search("a +*", 10, unique: false).Select(entry => (entry.Session, entry.Count)));
        Assert.Equal([(2, 1)], second.Search("a +*", 10, unique: true).Select(entry => (entry.Session, entry.Count)));
        Assert.Equal(["a + 1"], second.Range(-1, 2, 3).Select(entry => entry.Code));
        Assert.Equal(["a + 1"], second.Range(0, 1, 10).Select(entry => entry.Code));
        Assert.Empty(second.Tail(0));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public void Torn_lines_are_passed_over_and_a_file_that_cannot_be_written_is_no_failure()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        File.WriteAllText(FilePath, "{\"Session\":4,\"Count\":1,\"Code\":\"x\"}\n{\"Session\":4,\n5\n{}\n");
        Assert.Equal("x", Assert.Single(new CellHistory(FilePath).Tail(10)).Code);
        var nowhere = new CellHistory("/proc/none/history.jsonl");
        nowhere.Add(1, "y");
        Assert.Single(nowhere.Tail(10));
    }
}
