using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MatNotebooks.Tests;

/// <summary>
/// A small HTTP server on this machine whose answers a test writes: whole files with ranges and ETags, or whatever else a server in the
/// world may do, such as breaking off. Every request is recorded.
/// </summary>
internal sealed class FileServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<string, Func<Request, Answer>> answers = new();

    public FileServer()
    {
        listener.Start();
        _ = ListenAsync();
    }

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<Request> Requests { get; } = new();

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public string this[string path] => Address + path;

    /// <summary>A request.</summary>
    /// <param name="Path">Path with query.</param>
    /// <param name="Headers">Header lines by name.</param>
    /// <param name="Number">How many times this path was asked, from 1.</param>
    public sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers, int Number)
    {
        /// <summary>Where the wanted range starts; null where all is wanted.</summary>
        public int? From => Headers.TryGetValue("Range", out var range) ? int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : null;
    }

    /// <summary>An answer.</summary>
    /// <param name="Status">Status line without version.</param>
    /// <param name="Body">The bytes that are sent.</param>
    /// <param name="Headers">Further header lines.</param>
    /// <param name="Length">Content-Length where it is not the body's: the server then breaks off.</param>
    /// <param name="Hold">Waits, with the connection open, before it breaks off.</param>
    /// <param name="Pause">Waits behind every tenth of the body.</param>
    public sealed record Answer(string Status, byte[] Body, string[]? Headers = null, int? Length = null, bool Hold = false, TimeSpan Pause = default);

    /// <summary>Sets how a path is answered; the path without its query.</summary>
    public FileServer On(string path, Func<Request, Answer> answer)
    {
        answers[path] = answer;
        return this;
    }

    /// <summary>Serves a file as good servers do.</summary>
    public FileServer File(string path, byte[] content, string etag = "\"v1\"", TimeSpan pause = default) => On(path, request => Serve(request, content, etag) with { Pause = pause });

    /// <summary>The answer of a good server.</summary>
    public static Answer Serve(Request request, byte[] content, string etag)
    {
        var isSame = !request.Headers.TryGetValue("If-Range", out var wanted) || wanted == etag;
        if (request.From is not { } from || !isSame)
            return new("200 OK", content, [$"ETag: {etag}", "Accept-Ranges: bytes"]);
        return from >= content.Length
            ? new("416 Range Not Satisfiable", [], [$"Content-Range: bytes */{content.Length}"])
            : new("206 Partial Content", content[from..], [$"ETag: {etag}", $"Content-Range: bytes {from}-{content.Length - 1}/{content.Length}"]);
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var held = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            if (await ReadAsync(reader) is not { } request)
                return;
            Requests.Enqueue(request);
            var answer = answers.TryGetValue(request.Path.Split('?')[0], out var known) ? known(request) : new("404 Not Found", []);
            var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status}\r\nConnection: close\r\nContent-Length: {answer.Length ?? answer.Body.Length}\r\n");
            foreach (var line in answer.Headers ?? [])
                head.Append(line).Append("\r\n");
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
            foreach (var part in answer.Pause > TimeSpan.Zero ? answer.Body.Chunk(Math.Max(1, answer.Body.Length / 10)) : [answer.Body])
            {
                await stream.WriteAsync(part, stop.Token);
                await stream.FlushAsync(stop.Token);
                await Task.Delay(answer.Pause, stop.Token);
            }
            if (answer.Hold)
                await Task.Delay(Timeout.Infinite, stop.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // the client went away, which is what some tests are about
        }
    }

    private async Task<Request?> ReadAsync(StreamReader reader)
    {
        if (await reader.ReadLineAsync(stop.Token) is not { Length: > 0 } first)
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line)
            headers[line.Split(':')[0]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var path = first.Split(' ')[1];
        return new(path, headers, Requests.Count(request => request.Path == path) + 1);
    }
}
