using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Notebooks.Browser;

/// <summary>Chromium's DevTools protocol over two pipes: commands with their answers, and events by session. A message ends with a zero byte.</summary>
internal sealed class DevToolsConnection : IAsyncDisposable
{
    /// <summary>Time Chromium has for one answer, on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Stream commands;
    private readonly Stream answers;
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> waiting = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonObject>> listeners = new();
    private readonly Task reading;
    private volatile bool ended;
    private int last;

    public DevToolsConnection(Stream commands, Stream answers)
    {
        (this.commands, this.answers) = (commands, answers);
        reading = Task.Run(ReadAsync);
    }

    /// <summary>Who hears the events of a page.</summary>
    public void Listen(string session, Action<string, JsonObject> listener) => listeners[session] = listener;

    /// <summary>What Chromium answers to a command.</summary>
    /// <exception cref="InvalidOperationException">It refuses; the message says why.</exception>
    /// <exception cref="IOException">It has ended.</exception>
    /// <exception cref="TimeoutException">It does not answer within a minute.</exception>
    public async Task<JsonObject> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref last);
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (ended) throw Gone(); // after the answer is waited for, so that an end between the two is not missed
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null) message["sessionId"] = session;
        await WriteAsync([.. JsonSerializer.SerializeToUtf8Bytes(message), 0]);
        var reply = await answer.Task.WaitAsync(Patience);
        if (reply["error"] is { } error) throw new InvalidOperationException($"Chromium refuses {method}: {error["message"]}");
        return reply["result"]!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        await reading;
        sending.Dispose();
    }

    private static IOException Gone() => new("Chromium ended.");

    private async Task WriteAsync(byte[] message)
    {
        await sending.WaitAsync();
        try
        {
            await commands.WriteAsync(message);
            await commands.FlushAsync();
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            for (int count; (count = await answers.ReadAsync(buffer)) > 0;)
                Split(buffer.AsSpan(0, count), message);
        }
        catch (IOException)
        {
            // As good as its end.
        }
        ended = true;
        foreach (var answer in waiting.Values) answer.TrySetException(Gone());
    }

    private void Split(ReadOnlySpan<byte> part, MemoryStream message)
    {
        for (int end; (end = part.IndexOf((byte)0)) >= 0; part = part[(end + 1)..])
        {
            message.Write(part[..end]);
            Take(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!.AsObject());
            message.SetLength(0);
        }
        message.Write(part);
    }

    private void Take(JsonObject message)
    {
        if ((int?)message["id"] is { } id && waiting.TryRemove(id, out var answer)) answer.TrySetResult(message);
        else if ((string?)message["sessionId"] is { } session && listeners.TryGetValue(session, out var listener))
            listener((string)message["method"]!, message["params"]!.AsObject());
    }
}
