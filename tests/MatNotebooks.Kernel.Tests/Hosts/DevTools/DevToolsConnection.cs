using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Tests.Hosts.DevTools;

/// <summary>Chromium's DevTools protocol over one websocket: commands with their answers, and events by session.</summary>
internal sealed class DevToolsConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> waiting = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonObject>> listeners = new();
    private Task reading = Task.CompletedTask;
    private int last;

    private DevToolsConnection()
    {
    }

    internal static async Task<DevToolsConnection> OpenAsync(Uri address)
    {
        var connection = new DevToolsConnection();
        connection.socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        await connection.socket.ConnectAsync(address, CancellationToken.None).WaitAsync(Patience);
        connection.reading = Task.Run(connection.ReadAsync);
        return connection;
    }

    /// <summary>Who hears the events of a page.</summary>
    internal void Listen(string session, Action<string, JsonObject> listener) => listeners[session] = listener;

    /// <summary>What Chromium answers to a command.</summary>
    /// <exception cref="InvalidOperationException">It refuses; the message says why.</exception>
    internal async Task<JsonObject> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref last);
        var answer = waiting[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null) message["sessionId"] = session;
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
        var reply = await answer.Task.WaitAsync(Patience);
        if (reply["error"] is { } error) throw new InvalidOperationException($"Chromium refuses {method}: {error["message"]}");
        return reply["result"]!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close) break;
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                Take(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!.AsObject());
                message.SetLength(0);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
        }
        foreach (var answer in waiting.Values) answer.TrySetException(new IOException("Chromium closed the connection."));
    }

    private void Take(JsonObject message)
    {
        if ((int?)message["id"] is { } id && waiting.TryRemove(id, out var answer)) answer.TrySetResult(message);
        else if ((string?)message["sessionId"] is { } session && listeners.TryGetValue(session, out var listener))
            listener((string)message["method"]!, message["params"]!.AsObject());
    }
}
