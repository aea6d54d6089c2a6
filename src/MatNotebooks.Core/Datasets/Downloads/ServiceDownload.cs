using System.Text.Json;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>Takes all pages of a web service into one file of structure records; goes on at the page where the last try ended.</summary>
internal sealed class ServiceDownload(Server server, TimeProvider clock, Action<string> say, IProgress<DownloadProgress>? progress)
{
    private const int LargestPage = 256_000_000; // bytes

    /// <summary>Fetches it.</summary>
    /// <param name="set">The data set.</param>
    /// <param name="service">The service and what to ask it.</param>
    /// <param name="path">Where the packed file shall lie.</param>
    /// <param name="cancellation">Ends it; the pages that came stay.</param>
    /// <exception cref="MissingKeyException">The service wants a key that is not set.</exception>
    /// <exception cref="DownloadException">It does not answer, or not as it should.</exception>
    public async Task FetchAsync(string set, WebService service, string path, CancellationToken cancellation)
    {
        var pages = PagesOf(set, service);
        using var file = new PageFile(path, $"{service.Address} {service.Query} {string.Join(',', service.Fields)} {service.PageSize}");
        var meter = new RateMeter(clock, progress, set, "rows");
        var attempts = new Attempts(clock, say);
        try
        {
            for (var isLast = false; !isLast;)
                await attempts.RunAsync(set, async () => isLast = await TakeAsync(pages, service, file, meter, cancellation), () => file.State.Taken, cancellation);
        }
        catch (MirrorException failed)
        {
            throw new DownloadException($"{set}: {service.Address} {failed.Message}. {file.State.Rows} rows are here; the next try goes on from there.", failed);
        }
        if (file.State.Rows == 0)
            throw new DownloadException($"{set}: {service.Address} has no rows for \"{service.Query}\"; look at the query.");
        if (file.State.LeftOut > 0)
            say($"{set}: {file.State.LeftOut} of {file.State.Taken} rows had no readable crystal and were left out");
        file.Finish();
    }

    private static IWebPages PagesOf(string set, WebService service) => service.Kind switch
    {
        "materials_project" => new MaterialsProjectPages(service, Key(set, service)),
        "aflux" => new AfluxPages(service),
        "oqmd" => new OqmdPages(service),
        var other => throw new InvalidOperationException($"catalog.yaml: {set} has the service '{other}', which there is not."),
    };

    private static string Key(string set, WebService service) =>
        Environment.GetEnvironmentVariable(service.KeyVariable!) is { Length: > 0 } key ? key.Trim() : throw new MissingKeyException(
            $"{set} needs your key of the service: log in at {service.KeyPage}, copy the key, and set the variable {service.KeyVariable} to it (export {service.KeyVariable}=...).");

    private async Task<bool> TakeAsync(IWebPages pages, WebService service, PageFile file, RateMeter meter, CancellationToken cancellation)
    {
        using var request = pages.Request(file.State.Taken);
        using var response = await AskAsync(request, service, cancellation);
        var page = Parse(pages, await server.ReadAllAsync(response, LargestPage, cancellation));
        file.Append([.. page.Rows.Select(row => Record(page, row)).OfType<StructureRecord>()], page.Rows.Count);
        // Without a total only a page that is not full ends it.
        var isLast = page.Rows.Count == 0 || (page.Total is { } total ? file.State.Taken >= total : page.Rows.Count < service.PageSize);
        meter.Tell(file.State.Taken, page.Total, isLast);
        return isLast;
    }

    private async Task<HttpResponseMessage> AskAsync(HttpRequestMessage request, WebService service, CancellationToken cancellation)
    {
        try
        {
            return await server.AskAsync(request, cancellation);
        }
        catch (MirrorException refused) when (service.KeyVariable is not null && (refused.Message.Contains(" 401", StringComparison.Ordinal) || refused.Message.Contains(" 403", StringComparison.Ordinal)))
        {
            throw new MirrorException($"{refused.Message}: it refuses the key in {service.KeyVariable}; copy it anew from {service.KeyPage}", refused);
        }
    }

    private static WebPage Parse(IWebPages pages, byte[] body)
    {
        try
        {
            return pages.Read(JsonElement.Parse(body));
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            throw new MirrorException($"answers with something that is no page of rows ({wrong.Message.TrimEnd('.')})", wrong) { IsPassing = true };
        }
    }

    // One row among a hundred thousand that is wrong must not cost the others.
    private static StructureRecord? Record(WebPage page, JsonElement row)
    {
        try
        {
            return page.ToRecord(row);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
