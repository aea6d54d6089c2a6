using System.Net;
using System.Net.Http.Headers;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>Fetches one file: goes on where the last try ended, asks the next mirror where one fails, and keeps only what hashes right.</summary>
internal sealed class FileDownload(Server server, TimeProvider clock, Action<string> say, IProgress<DownloadProgress>? progress)
{
    private const int Chunk = 1 << 17;
    private readonly Attempts attempts = new(clock, say);

    /// <summary>Fetches it.</summary>
    /// <param name="file">What it must be.</param>
    /// <param name="urls">Where it may be, in the order of asking.</param>
    /// <param name="path">Where it shall lie.</param>
    /// <param name="cancellation">Ends it; what came stays.</param>
    /// <exception cref="DownloadException">Nobody gives it; the message says of each server why.</exception>
    public async Task<FileHash> FetchAsync(DownloadFile file, IEnumerable<string> urls, string path, CancellationToken cancellation)
    {
        var failures = new List<string>();
        foreach (var url in urls)
        {
            using var part = PartialFile.Open(path);
            try
            {
                await attempts.RunAsync(file.Name, () => TransferAsync(file, url, part, cancellation), () => part.Length, cancellation);
                var hash = await part.HashAsync(cancellation);
                if (hash.Fault(file) is { } fault)
                {
                    part.Discard();
                    throw new MirrorException($"gives a file that is damaged or has changed: {fault}");
                }
                part.Finish();
                return hash;
            }
            catch (MirrorException failed)
            {
                failures.Add($"{url} {failed.Message}");
                say($"{file.Name}: {failures[^1]}");
            }
        }
        throw new DownloadException(
            $"{file.Name} cannot be had: {string.Join("; ", failures)}. Try again later (what came stays), or fetch it by hand and put it at {path}.");
    }

    private async Task TransferAsync(DownloadFile file, string url, PartialFile part, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        AskForRest(request, file, url, part);
        using var response = await server.AskAsync(request, cancellation);
        if (response.Content.Headers.ContentType?.MediaType is "text/html" && !file.Name.EndsWith(".html", StringComparison.Ordinal))
            throw new MirrorException("answers with a web page in place of the file");
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            if (response.Content.Headers.ContentRange?.Length == part.Length)
                return; // it was whole already
            part.Restart(null);
            throw new MirrorException("has another file than before") { IsPassing = true };
        }
        var total = Total(response, file, url, part);
        if (total is { } bytes)
            DiskSpace.Require(part.PartPath, bytes - part.Length);
        await CopyAsync(response, file, part, total, cancellation);
    }

    // Bytes of one address go on at that address as long as it is the same version; at another only where a hash will tell.
    private static void AskForRest(HttpRequestMessage request, DownloadFile file, string url, PartialFile part)
    {
        if (part.Length == 0 || part.Known is not { } known)
            return;
        var same = known.Url == url && known.Validator is not null;
        if (!same && !file.IsHashKnown)
            return;
        request.Headers.Range = new(part.Length, null);
        if (same)
            request.Headers.IfRange = known.Validator!.StartsWith('"')
                ? new(new EntityTagHeaderValue(known.Validator))
                : new RangeConditionHeaderValue(DateTimeOffset.Parse(known.Validator, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static long? Total(HttpResponseMessage response, DownloadFile file, string url, PartialFile part)
    {
        long? total;
        if (response.StatusCode == HttpStatusCode.PartialContent)
        {
            var range = response.Content.Headers.ContentRange;
            if (range?.From != part.Length)
            {
                part.Restart(null);
                throw new MirrorException("sends another part than was asked for") { IsPassing = true };
            }
            total = range.Length ?? (part.Length + response.Content.Headers.ContentLength);
        }
        else
        {
            part.Restart(new(url, Validator(response)));
            total = response.Content.Headers.ContentLength;
        }
        return total is null || file.Bytes is null || total == file.Bytes
            ? total ?? file.Bytes
            : throw new MirrorException($"has a file of {total} bytes; it should have {file.Bytes}");
    }

    private static string? Validator(HttpResponseMessage response) =>
        response.Headers.ETag is { IsWeak: false } tag ? tag.Tag : response.Content.Headers.LastModified?.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private async Task CopyAsync(HttpResponseMessage response, DownloadFile file, PartialFile part, long? total, CancellationToken cancellation)
    {
        var meter = new RateMeter(clock, progress, file.Name, "bytes");
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[Chunk];
        meter.Tell(part.Length, total);
        int read;
        while ((read = await server.ReadAsync(body, buffer, cancellation)) > 0)
        {
            await part.AppendAsync(buffer.AsMemory(0, read), cancellation);
            meter.Tell(part.Length, total);
        }
        meter.Tell(part.Length, total, last: true);
        if (part.Length < total)
            throw new MirrorException($"broke off after {part.Length} of {total} bytes") { IsPassing = true };
    }
}
