using System.Net.Http.Headers;
using System.Security.Cryptography;
using MatNotebooks.Datasets.Downloads;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Downloads;

/// <summary>Going on with servers that answer in odd ways.</summary>
public sealed class ResumeTests : DownloadFolder
{
    private static readonly byte[] Bytes = Content(40_000);
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private DownloadFile One => new() { Name = "one.bin", Urls = [Server["/one"]], Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes)) };

    [Fact]
    public async Task Without_an_etag_the_date_says_whether_it_is_the_same_file()
    {
        const string Date = "Wed, 21 Oct 2015 07:28:00 GMT";
        Server.On("/one", request => request.Number == 1
            ? new("200 OK", Bytes[..10_000], ["ETag: W/\"weak\"", $"Last-Modified: {Date}"], Length: Bytes.Length)
            : new("206 Partial Content", Bytes[10_000..], [$"Content-Range: bytes 10000-{Bytes.Length - 1}/{Bytes.Length}"]));
        await GetAsync(One);
        Assert.Equal((10_000, Date), (Server.Requests.Last().From, Server.Requests.Last().Headers["If-Range"]));
    }

    [Fact]
    public async Task A_server_without_ranges_sends_it_all_again()
    {
        Server.On("/one", request => new("200 OK", request.Number == 1 ? Bytes[..10_000] : Bytes, ["ETag: \"v1\""], Length: Bytes.Length));
        await GetAsync(One);
        Assert.Equal(2, Server.Requests.Count);
    }

    [Fact]
    public async Task Bytes_from_another_place_are_not_put_behind_those_that_are_here()
    {
        Server.On("/one", request => request.Number switch
        {
            1 => new("200 OK", Bytes[..10_000], ["ETag: \"v1\""], Length: Bytes.Length),
            2 => new("206 Partial Content", Bytes[..20_000], [$"Content-Range: bytes 0-19999/{Bytes.Length}"]),
            _ => FileServer.Serve(request, Bytes, "\"v1\""),
        });
        await GetAsync(One);
        Assert.Null(Server.Requests.Last().From);
    }

    [Fact]
    public async Task A_file_that_became_shorter_is_taken_anew()
    {
        Server.On("/one", request => request.Number == 1
            ? new("200 OK", [.. Bytes, .. Bytes], ["ETag: \"v0\""], Length: 3 * Bytes.Length)
            : request.From is null ? FileServer.Serve(request, Bytes, "\"v1\"") : new("416 Range Not Satisfiable", [], [$"Content-Range: bytes */{Bytes.Length}"]));
        await GetAsync(One);
        Assert.Equal([null, 80_000, null], Server.Requests.Select(request => request.From));
    }

    [Fact]
    public async Task Another_mirror_goes_on_where_a_hash_will_tell()
    {
        Server.On("/one", request => request.Number == 1 ? new("200 OK", Bytes[..10_000], ["ETag: \"v1\""], Length: Bytes.Length) : new("410 Gone", [])).File("/two", Bytes, "\"other\"");
        await GetAsync(One with { Urls = [Server["/one"], Server["/two"]] });
        Assert.Equal((10_000, false), (Server.Requests.Last().From, Server.Requests.Last().Headers.ContainsKey("If-Range")));
    }

    [Fact]
    public void Waits_grow_to_a_minute_and_are_as_long_as_the_server_asks()
    {
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(failures => Patience.Wait(failures, null, Now).TotalSeconds));
        Assert.Equal(90, Patience.Wait(1, new RetryConditionHeaderValue(Now.AddSeconds(90)), Now).TotalSeconds);
        Assert.Equal(0, Patience.Wait(1, new RetryConditionHeaderValue(Now.AddSeconds(-90)), Now).TotalSeconds);
        Assert.Equal(5, Patience.Wait(4, new RetryConditionHeaderValue(TimeSpan.FromSeconds(5)), Now).TotalSeconds);
    }

    private async Task GetAsync(DownloadFile file)
    {
        using var downloader = Downloader();
        await downloader.GetAsync(Set(file));
        Assert.Equal(Bytes, File.ReadAllBytes(PathOf("one.bin")));
    }
}
