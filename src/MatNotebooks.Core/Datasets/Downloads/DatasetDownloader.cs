using System.Globalization;
using System.Net;
using MatNotebooks.Datasets.Catalogue;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>
/// Fetches data sets from their publishers: goes on where it was interrupted, asks the next mirror where one fails, waits as a server asks,
/// checks every hash, and puts a file in its place only when it is whole.
/// </summary>
/// <remarks>
/// MATNB_MIRROR, an address such as http://files.example.org/materials, is asked first for SET/FILE: for machines without the whole network.
/// Where MATNB_OFFLINE is 1, nobody else is asked.
/// </remarks>
public sealed class DatasetDownloader : IDisposable
{
    private const string LicenceFile = "LICENCE.txt";
    private static readonly TimeSpan Stall = TimeSpan.FromMinutes(1);
    private readonly HttpClient client = NewClient(new SocketsHttpHandler());
    private readonly string? folder;
    private readonly TimeProvider clock;
    private readonly TimeSpan stall;

    /// <summary>Prepares to fetch; asks nobody yet.</summary>
    /// <param name="folder">Where data sets are kept. The default is <see cref="DataFolders.Downloads"/>.</param>
    /// <param name="clock">Waits between tries. The default is the system's.</param>
    /// <param name="stall">A server that sends nothing for so long is asked again. The default is a minute.</param>
    public DatasetDownloader(string? folder = null, TimeProvider? clock = null, TimeSpan? stall = null)
    {
        (this.folder, this.clock, this.stall) = (folder, clock ?? TimeProvider.System, stall ?? Stall);
    }

    /// <summary>Is told, in one line each, what a user must know: the licence (once for each set), waits, mirrors that fail, hashes that were pinned.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>Fetches what of a set is not here, and checks what is.</summary>
    /// <param name="entry">The data set.</param>
    /// <param name="progress">Is told how far it is, ten times a second at most.</param>
    /// <param name="cancellation">Ends it; what came stays, and the next call goes on from there.</param>
    /// <returns>Its files.</returns>
    /// <exception cref="InvalidOperationException">Nobody publishes it.</exception>
    /// <exception cref="MissingKeyException">Its web service wants a key that is not set.</exception>
    /// <exception cref="DownloadException">It cannot be had, or not be written; the message says why and how to mend it.</exception>
    public async Task<IReadOnlyList<DownloadedFile>> GetAsync(DatasetEntry entry, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (entry.Download is not { } download)
            throw new InvalidOperationException(entry.IsHere
                ? $"{entry.Name} is here already, and nobody publishes it in this form."
                : $"{entry.Name} is not published in this form ({entry.Source}); set MATNB_DATA to a folder that holds {string.Join(" and ", entry.Files)}.");
        var place = Path.Combine(folder ?? DataFolders.Downloads, entry.Name);
        TellLicence(entry, place);
        var files = new List<DownloadedFile>();
        if (download.Service is not null && IsOffline)
            throw Offline(entry.Name);
        if (download.Service is { } service)
            files.Add(await GetAsync(entry.Name, service, Path.Combine(place, FileOf(entry.Name, service)), progress, cancellation));
        foreach (var file in download.Files)
            files.Add(await GetAsync(entry.Name, file, Path.Combine(place, file.Name), progress, cancellation));
        return files;
    }

    private static bool IsOffline => Environment.GetEnvironmentVariable("MATNB_OFFLINE") is "1" or "true";

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static HttpClient NewClient(SocketsHttpHandler handler)
    {
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan }; // a server that stalls is noticed by what it sends
        client.DefaultRequestHeaders.UserAgent.Add(new("MatNotebooks", typeof(DatasetDownloader).Assembly.GetName().Version?.ToString(2)));
        return client;
    }

    // An answer to a question of one's own lies beside the whole set.
    private static string FileOf(string set, WebService service) => service.Query is { Length: > 0 } query && DatasetCatalogue.TryFind(set)?.Download?.Service?.Query != query
        ? $"{string.Concat(query.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'))}.jsonl.gz"
        : $"{set}.jsonl.gz";

    private void TellLicence(DatasetEntry entry, string place)
    {
        var path = Path.Combine(place, LicenceFile);
        if (File.Exists(path))
            return;
        Say($"{entry.Name}: licence {entry.Licence}; cite {entry.Cite}");
        try
        {
            Directory.CreateDirectory(place);
            File.WriteAllText(path, $"{entry}\nSource: {entry.Source}\nLicence: {entry.Licence}\nCite: {entry.Cite}\n");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DownloadException($"{place} cannot be written ({refused.Message.TrimEnd('.')}); set MATNB_DATA to a folder of yours.", refused);
        }
    }

    private async Task<DownloadedFile> GetAsync(string set, WebService service, string path, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var isNew = !File.Exists(path);
        if (isNew)
        {
            // A key must not follow a redirection to somebody else. Files are taken as they are, pages may come packed.
            using var own = NewClient(new SocketsHttpHandler { AllowAutoRedirect = service.KeyVariable is null, AutomaticDecompression = DecompressionMethods.All });
            await new ServiceDownload(new(own, stall), clock, Say, progress).FetchAsync(set, service, path, cancellation);
        }
        var hash = await FileHash.OfAsync(path, cancellation);
        return new(path, new FileInfo(path).Length, hash.Sha256, isNew, IsPublished: false);
    }

    private async Task<DownloadedFile> GetAsync(string set, DownloadFile file, string path, IProgress<DownloadProgress>? progress, CancellationToken cancellation)
    {
        var wanted = file.IsHashKnown ? file : file with { Sha256 = PinnedHash.Read(path) };
        var isNew = !File.Exists(path);
        var hash = isNew
            ? await new FileDownload(new(client, stall), clock, Say, progress).FetchAsync(wanted, Urls(set, file), path, cancellation)
            : await FileHash.OfAsync(path, cancellation);
        if (hash.Fault(wanted) is { } fault)
            throw new DownloadException($"{path} is damaged or was changed: {fault}. Delete it and fetch it again.");
        if (!wanted.IsHashKnown)
        {
            PinnedHash.Write(path, hash.Sha256);
            Say($"{file.Name}: its publisher gives no hash; pinned SHA-256 {hash.Sha256} as it came first");
        }
        return new(path, new FileInfo(path).Length, hash.Sha256, isNew, file.IsHashKnown);
    }

    private static IEnumerable<string> Urls(string set, DownloadFile file)
    {
        string[] publishers = IsOffline ? [] : [.. file.Urls];
        string[] all = Environment.GetEnvironmentVariable("MATNB_MIRROR") is { Length: > 0 } mirror
            ? [string.Create(CultureInfo.InvariantCulture, $"{mirror.TrimEnd('/')}/{set}/{file.Name}"), .. publishers]
            : publishers;
        return all.Length > 0 ? all : throw Offline(set);
    }

    private static DownloadException Offline(string set) => new($"{set} is not fetched: MATNB_OFFLINE is 1. Unset it, or set MATNB_MIRROR to a server of yours.");
}
