using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Display;

namespace MatNotebooks.Kernel.Tests.Magics;

/// <summary>A folder with files beside a notebook, and a session in it; gone when disposed.</summary>
internal sealed class NotebookFolder : IDisposable
{
    private readonly CellRunner runner;
    private readonly bool owner;

    public NotebookFolder()
        : this(Directory.CreateTempSubdirectory("matnb-test-").FullName, owner: true)
    {
    }

    private NotebookFolder(string path, bool owner)
    {
        Path = path;
        this.owner = owner;
        runner = new CellRunner(path);
    }

    public string Path { get; }

    public void Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Writes a notebook; cells that begin with "md:" are Markdown.</summary>
    public void WriteNotebook(string file, params string[] cells)
    {
        var all = new JsonArray();
        foreach (var text in cells)
        {
            var markdown = text.StartsWith("md:", StringComparison.Ordinal);
            all.Add(new JsonObject { ["cell_type"] = markdown ? "markdown" : "code", ["metadata"] = new JsonObject(), ["source"] = markdown ? text[3..] : text });
        }
        Write(file, new JsonObject { ["nbformat"] = 4, ["nbformat_minor"] = 5, ["metadata"] = new JsonObject(), ["cells"] = all }.ToJsonString());
    }

    /// <summary>A new session in the same folder.</summary>
    public NotebookFolder Restarted() => new(Path, owner: false);

    /// <summary>Runs a cell and returns what it sent.</summary>
    public async Task<RecordedChannel> Run(string source, CancellationToken cancellation = default)
    {
        var channel = new RecordedChannel();
        await runner.RunAsync(source, channel, limit: null, cancellation).WaitAsync(TimeSpan.FromMinutes(2));
        return channel;
    }

    /// <summary>Runs cells that must succeed and returns what the last one sent.</summary>
    public async Task<RecordedChannel> RunAll(params string[] sources)
    {
        RecordedChannel last = new();
        foreach (var source in sources)
        {
            last = await Run(source);
            Assert.True(last.Error is null, last.Trace);
        }
        return last;
    }

    /// <summary>The plain text of what a cell that must succeed displays.</summary>
    public async Task<string> Shown(string source) =>
        string.Join('\n', (await RunAll(source)).Messages.OfType<DisplayMessage.Data>().Select(data => data.Bundle.PlainText));

    public void Dispose()
    {
        runner.Dispose();
        if (owner)
            Directory.Delete(Path, recursive: true);
    }
}
