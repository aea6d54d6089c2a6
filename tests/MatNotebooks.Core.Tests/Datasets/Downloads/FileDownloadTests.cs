using System.Security.Cryptography;
using System.Text;
using MatNotebooks.Datasets.Downloads;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Downloads;

/// <summary>Files from servers that do what servers do.</summary>
public sealed class FileDownloadTests : DownloadFolder
{
    private static readonly byte[] Bytes = Content(300_000);
    private static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    private DownloadFile One => new() { Name = "one.bin", Urls = [Server["/one"]], Sha256 = Sha256 };

    [Fact]
    public async Task A_whole_file_comes_with_progress_and_its_licence_is_said_once()
    {
        Server.File("/one", Bytes);
        var told = new List<DownloadProgress>();
        using var downloader = Downloader();
        var file = Assert.Single(await downloader.GetAsync(Set(One), new Told(told)));
        Assert.Equal((PathOf("one.bin"), Bytes.Length, Sha256, true, true), (file.Path, file.Bytes, file.Sha256, file.IsNew, file.IsPublished));
        Assert.Equal(Bytes, File.ReadAllBytes(file.Path));
        Assert.Equal((0, Bytes.Length, 1.0), (told[0].Done, told[^1].Done, told[^1].Fraction));
        Assert.Equal(["LICENCE.txt", "one.bin"], Directory.GetFiles(Path.Combine(Folder, "one")).Select(Path.GetFileName).Order());

        Assert.False((await downloader.GetAsync(Set(One)))[0].IsNew);
        Assert.Single(Server.Requests);
        Assert.Equal(["one: licence CC-BY 4.0; cite Somebody (2020)"], Said);
    }

    [Fact]
    public async Task A_transfer_that_breaks_off_goes_on_where_it_stood()
    {
        Server.On("/one", request => request.Number < 3
            ? FileServer.Serve(request, Bytes, "\"v1\"") is var whole ? whole with { Body = whole.Body[..100_000], Length = whole.Body.Length } : null!
            : FileServer.Serve(request, Bytes, "\"v1\""));
        using var downloader = Downloader();
        await downloader.GetAsync(Set(One));
        Assert.Equal(Bytes, File.ReadAllBytes(PathOf("one.bin")));
        Assert.Equal([null, 100_000, 200_000], Server.Requests.Select(request => request.From));
        Assert.All(Server.Requests.Skip(1), request => Assert.Equal("\"v1\"", request.Headers["If-Range"]));
        Assert.All(Clock.Waits, wait => Assert.Equal(TimeSpan.FromSeconds(1), wait)); // something new came each time
        Assert.Contains(Said, line => line.StartsWith("one.bin: the server broke off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_changed_meanwhile_is_taken_from_its_start()
    {
        var other = Content(1000);
        Server.On("/one", request => request.Number == 1
            ? new("200 OK", other, ["ETag: \"v0\""], Length: 5000)
            : FileServer.Serve(request, Bytes, "\"v1\""));
        using var downloader = Downloader();
        await downloader.GetAsync(Set(One));
        Assert.Equal(Bytes, File.ReadAllBytes(PathOf("one.bin")));
        Assert.Equal("\"v0\"", Server.Requests.Last().Headers["If-Range"]);
    }

    [Fact]
    public async Task The_next_process_goes_on_where_the_last_one_was_stopped()
    {
        Server.On("/one", request => new("200 OK", Bytes[..120_000], ["ETag: \"v1\""], Length: Bytes.Length, Hold: true));
        using (var stop = new CancellationTokenSource())
        using (var first = Downloader())
        {
            var running = first.GetAsync(Set(One), null, stop.Token);
            await Until(() => File.Exists(PathOf("one.bin.part")) && new FileInfo(PathOf("one.bin.part")).Length == 120_000);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Soon));
        }
        Assert.False(File.Exists(PathOf("one.bin")));
        Server.File("/one", Bytes);
        using var second = Downloader();
        await second.GetAsync(Set(One));
        Assert.Equal(Bytes, File.ReadAllBytes(PathOf("one.bin")));
        Assert.Equal(120_000, Server.Requests.Last().From);
        Assert.False(File.Exists(PathOf("one.bin.part")) || File.Exists(PathOf("one.bin.part.json")));
    }

    [Fact]
    public async Task A_part_that_is_whole_already_needs_no_bytes()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "one"));
        File.WriteAllBytes(PathOf("one.bin.part"), Bytes);
        File.WriteAllText(PathOf("one.bin.part.json"), $$"""{"Url":"{{Server["/one"]}}","Validator":"\u0022v1\u0022"}""");
        Server.File("/one", Bytes);
        using var downloader = Downloader();
        await downloader.GetAsync(Set(One));
        Assert.Equal(Bytes.Length, Server.Requests.Single().From);
    }

    [Fact]
    public async Task The_next_mirror_is_asked_where_the_first_has_nothing()
    {
        Server.File("/two", Bytes).On("/page", _ => new("200 OK", Encoding.ASCII.GetBytes("<html>log in</html>"), ["Content-Type: text/html"]));
        using var downloader = Downloader();
        await downloader.GetAsync(Set(One with { Urls = [Server["/gone"], Server["/page"], Server["/two"]] }));
        Assert.Equal(["/gone", "/page", "/two"], Server.Requests.Select(request => request.Path));
        Assert.Contains(Said, line => line.EndsWith("/gone answers 404 (Not Found)", StringComparison.Ordinal));
        Assert.Contains(Said, line => line.EndsWith("answers with a web page in place of the file", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_hash_is_thrown_away_and_named()
    {
        Server.File("/one", Content(1000));
        using var downloader = Downloader();
        var wrong = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Set(One)));
        Assert.Contains($"gives a file that is damaged or has changed: its SHA-256 is", wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"not {Sha256}", wrong.Message, StringComparison.Ordinal);
        Assert.Equal(["LICENCE.txt"], Directory.GetFiles(Path.Combine(Folder, "one")).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("md5")]
    [InlineData("git")]
    public async Task Other_published_hashes_count_too(string kind)
    {
        Server.File("/hello", "hello\n"u8.ToArray());
        // As md5sum and git hash-object say.
        var file = new DownloadFile { Name = "hello.txt", Urls = [Server["/hello"]], Bytes = 6 };
        file = kind == "md5" ? file with { Md5 = "b1946ac92492d2347c6235b4d2611184" } : file with { GitBlob = "ce013625030ba8dba906f756967f9e9ca394464a" };
        using var downloader = Downloader();
        Assert.True((await downloader.GetAsync(Set(file)))[0].IsPublished);
        File.WriteAllText(PathOf("hello.txt"), "Hello\n");
        var changed = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Set(file)));
        Assert.Contains("is damaged or was changed", changed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_published_hash_is_pinned_when_it_first_comes()
    {
        Server.File("/one", Bytes);
        using var downloader = Downloader();
        var file = One with { Sha256 = null };
        Assert.False((await downloader.GetAsync(Set(file)))[0].IsPublished);
        Assert.Contains(Said, line => line.Contains($"pinned SHA-256 {Sha256}", StringComparison.Ordinal));
        File.Delete(PathOf("one.bin"));
        Server.File("/one", Content(1000));
        Assert.Contains($"not {Sha256}", (await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Set(file)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_when_it_says()
    {
        Server.On("/one", request => request.Number switch
        {
            1 => new("429 Too Many Requests", [], ["Retry-After: 17"]),
            2 => new("503 Service Unavailable", []),
            3 => new("503 Service Unavailable", []),
            _ => FileServer.Serve(request, Bytes, "\"v1\""),
        });
        using var downloader = Downloader();
        await downloader.GetAsync(Set(One));
        Assert.Equal([17, 2, 4], Clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Contains("one.bin: the server answers 429 (Too Many Requests); trying again in 17 s", Said);
    }

    [Fact]
    public async Task A_server_that_never_recovers_is_given_up()
    {
        Server.On("/one", _ => new("500 Internal Server Error", [])).On("/later", _ => new("429 Too Many Requests", [], ["Retry-After: 7200"]));
        using var downloader = Downloader();
        var wrong = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Set(One with { Urls = [Server["/one"], Server["/later"]] })));
        Assert.Contains("answers 500 (Internal Server Error), 5 times in a row", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("wants to be left alone for 120 min", wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"put it at {PathOf("one.bin")}", wrong.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2, 4, 8], Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_asked_for_the_rest()
    {
        Server.On("/one", request => request.Number == 1
            ? new("200 OK", Bytes[..50_000], ["ETag: \"v1\""], Length: Bytes.Length, Hold: true)
            : FileServer.Serve(request, Bytes, "\"v1\""));
        using var downloader = Downloader(stall: TimeSpan.FromMilliseconds(300));
        await downloader.GetAsync(Set(One));
        Assert.Equal(50_000, Server.Requests.Last().From);
        Assert.Contains("one.bin: the server sent nothing for 0.3 s; trying again in 1 s", Said);
    }

    [Fact]
    public async Task A_slow_server_is_waited_for_and_its_rate_told()
    {
        Server.File("/one", Bytes, pause: TimeSpan.FromMilliseconds(15));
        var told = new List<DownloadProgress>();
        using var downloader = new DatasetDownloader(Folder);
        await downloader.GetAsync(Set(One), new Told(told));
        Assert.Single(Server.Requests);
        Assert.True(told[^1].Rate > 0 && told.Count >= 2, string.Join("; ", told));
        Assert.Equal("one.bin: 1.5 of 3.0 MB, 0.5 MB/s, 3 s left", new DownloadProgress("one.bin", 1_500_000, 3_000_000, 500_000).ToString());
        Assert.Equal("set: 500 of 3000 rows, 100.0 rows/s, 25 s left", new DownloadProgress("set", 500, 3000, 100, "rows").ToString());
    }

    [Fact]
    public async Task A_length_other_than_published_is_refused_before_a_byte_comes()
    {
        Server.File("/one", Bytes);
        using var downloader = Downloader();
        var wrong = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Set(One with { Bytes = 7 })));
        Assert.Contains("has a file of 300000 bytes; it should have 7", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_one_clear_error()
    {
        Server.File("/one", Bytes);
        Directory.CreateDirectory(Path.Combine(Folder, "one"));
        File.CreateSymbolicLink(PathOf("one.bin.part"), "/dev/full");
        using var downloader = Downloader();
        var full = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Set(One)));
        Assert.Contains("is full: free some, or set MATNB_DATA to a folder on another disk", full.Message, StringComparison.Ordinal);
        Assert.Single(Server.Requests); // no other try would help
        Assert.Contains("MB are free", Assert.Throws<DownloadException>(() => DiskSpace.Require(PathOf("x"), long.MaxValue)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_do_not_write_one_file()
    {
        Server.On("/one", _ => new("200 OK", Bytes[..1000], ["ETag: \"v1\""], Length: Bytes.Length, Hold: true));
        using var stop = new CancellationTokenSource();
        using var other = Downloader();
        var running = other.GetAsync(Set(One), null, stop.Token);
        await Until(() => File.Exists(PathOf("one.bin.part")) && new FileInfo(PathOf("one.bin.part")).Length == 1000);
        using var downloader = Downloader();
        var held = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Set(One)));
        Assert.Contains("is another process at it?", held.Message, StringComparison.Ordinal);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Soon));
    }

    [Fact]
    public async Task A_machine_without_a_network_and_a_set_without_a_publisher_are_said()
    {
        using var downloader = Downloader();
        var closed = new FileServer();
        var address = closed["/one"];
        closed.Dispose();
        var refused = await Assert.ThrowsAsync<DownloadException>(() => downloader.GetAsync(Set(One with { Urls = [address] })));
        Assert.Contains("cannot be reached: ConnectionRefused, 5 times in a row", refused.Message, StringComparison.Ordinal);
        var unpublished = await Assert.ThrowsAsync<InvalidOperationException>(() => downloader.GetAsync(Set(One) with { Download = null, Files = ["a/b.csv"] }));
        Assert.Contains("set MATNB_DATA to a folder that holds a/b.csv", unpublished.Message, StringComparison.Ordinal);
    }

    private sealed class Told(List<DownloadProgress> told) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value) => told.Add(value);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (var waited = TimeSpan.Zero; !condition(); waited += TimeSpan.FromMilliseconds(10))
        {
            Assert.True(waited < Soon, "it did not come about within a minute");
            await Task.Delay(10);
        }
    }
}
