using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Downloads;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Downloads;

/// <summary>A folder of its own and a server for a test of downloads.</summary>
public abstract class DownloadFolder : IDisposable
{
    private protected static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("matnb-downloads-").FullName;

    private protected FileServer Server { get; } = new();

    private protected InstantTime Clock { get; } = new();

    private protected List<string> Said { get; } = [];

    public void Dispose()
    {
        Server.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected DatasetDownloader Downloader(TimeSpan? stall = null) => new(Folder, Clock, stall ?? Soon) { Say = Said.Add };

    /// <summary>A set of one file.</summary>
    private protected static DatasetEntry Set(DownloadFile file) => new()
    {
        Name = "one",
        Title = "A set",
        Licence = "CC-BY 4.0",
        Cite = "Somebody (2020)",
        Source = "somewhere",
        Download = new DatasetDownload { Files = [file] },
    };

    private protected string PathOf(string file) => Path.Combine(Folder, "one", file);

    private protected static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(7).NextBytes(content);
        return content;
    }
}
