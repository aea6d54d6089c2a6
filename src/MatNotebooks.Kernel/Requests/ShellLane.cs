using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>The requests of one shell, one after the other; when a cell fails, those that wait behind it are given up.</summary>
internal sealed class ShellLane : IDisposable
{
    private const string Execute = "execute_request";

    private readonly RequestServer server;
    private readonly RequestLane lane;
    private readonly LaneState state = new();

    /// <param name="name">What its thread is called.</param>
    /// <param name="server">Serves them.</param>
    /// <param name="ended">Called when the lane is disposed and its last request is over.</param>
    public ShellLane(string name, RequestServer server, Action? ended = null)
    {
        this.server = server;
        lane = new RequestLane(name, ServeAsync, ended);
    }

    /// <summary>Done when nothing waits or runs.</summary>
    public Task Empty => state.Empty;

    /// <returns>False where the lane takes no more.</returns>
    public bool Add(IncomingMessage message)
    {
        state.Added();
        if (lane.Add(message))
            return true;
        state.Removed();
        return false;
    }

    /// <summary>Takes no more, and gives up what waits; a request that runs comes to its end.</summary>
    public void Dispose()
    {
        lane.Dispose();
        Abort(lane.TakeWaiting(_ => true));
    }

    private async Task ServeAsync(IncomingMessage message)
    {
        IReadOnlyList<IncomingMessage> behind = [];
        try
        {
            // Taken before the reply goes: what the client sends once it has it is not meant.
            await server.ServeAsync(message, reply => behind = Behind(message, reply));
            Abort(behind);
        }
        finally
        {
            state.Removed();
        }
    }

    private IReadOnlyList<IncomingMessage> Behind(IncomingMessage message, JsonObject reply) =>
        message.Header.Type == Execute && (string?)reply["status"] == "error" && message.Content.Flag("stop_on_error", true)
            ? lane.TakeWaiting(request => request.Header.Type == Execute)
            : [];

    private void Abort(IReadOnlyList<IncomingMessage> all)
    {
        foreach (var waiting in all)
        {
            server.Abort(waiting);
            state.Removed();
        }
    }
}
