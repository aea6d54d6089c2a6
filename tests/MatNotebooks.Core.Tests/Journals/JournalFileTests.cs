using MatNotebooks.Journals;

namespace MatNotebooks.Core.Tests.Journals;

public sealed class JournalFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-");

    [Theory]
    [InlineData("{\"Name\":\"torn\",\"Val")]
    [InlineData("{\"Name\":\"torn\",\"Val\n")]
    public void A_line_cut_short_costs_itself_and_no_other(string torn)
    {
        var path = Path.Combine(folder.FullName, "new", "journal.jsonl");
        new JournalFile<Entry>(path).Add(new("first", 1));
        File.AppendAllText(path, "\n" + torn);
        new JournalFile<Entry>(path).Add(new("second", 2));
        Assert.Equal([new("first", 1), new("second", 2)], new JournalFile<Entry>(path).Read());
    }

    [Fact]
    public void Where_there_is_no_file_there_is_nothing() =>
        Assert.Empty(new JournalFile<Entry>(Path.Combine(folder.FullName, "none")).Read());

    [Fact]
    public void Threads_write_whole_lines()
    {
        var journal = new JournalFile<Entry>(Path.Combine(folder.FullName, "journal.jsonl"));
        Parallel.For(0, 100, value => journal.Add(new($"{value}", value)));
        Assert.Equal(Enumerable.Range(0, 100), journal.Read().Select(entry => entry.Value).Order());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private sealed record Entry(string Name, int Value);
}
