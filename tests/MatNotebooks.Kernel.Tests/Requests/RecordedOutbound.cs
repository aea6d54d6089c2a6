using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Tests.Requests;

/// <summary>Keeps what the kernel says.</summary>
internal sealed class RecordedOutbound : IOutbound
{
    private readonly Lock gate = new();
    private readonly List<(JupyterChannel Channel, OutgoingMessage Message)> sent = [];

    public IReadOnlyList<(JupyterChannel Channel, OutgoingMessage Message)> Sent
    {
        get
        {
            lock (gate)
                return [.. sent];
        }
    }

    public void Send(JupyterChannel channel, OutgoingMessage message)
    {
        lock (gate)
            sent.Add((channel, message));
    }

    /// <summary>What was said for a request, in its order.</summary>
    public IEnumerable<OutgoingMessage> For(string id) => Sent.Select(each => each.Message).Where(message => message.Parent?.Id == id);

    /// <summary>Waits until a request is idle again, a minute at most, and returns what was said for it.</summary>
    public async Task<OutgoingMessage[]> Finished(string id)
    {
        for (var waited = 0; waited < 6000; waited++)
        {
            var all = For(id).ToArray();
            if (all.Any(message => message.Type == "status" && State(message) == "idle"))
                return all;
            await Task.Delay(10);
        }
        throw new TimeoutException($"{id} did not come to its end; there were {string.Join(", ", For(id).Select(message => message.Type))}");
    }

    /// <summary>Waits until something was said, a minute at most.</summary>
    public async Task Until(Func<bool> said, string what)
    {
        for (var waited = 0; waited < 6000; waited++)
        {
            if (said())
                return;
            await Task.Delay(10);
        }
        throw new TimeoutException($"{what} was not seen in a minute.");
    }

    public static string? State(OutgoingMessage message) => (string?)message.Content["execution_state"];

    public static string? Text(OutgoingMessage message, string name) => message.Content[name] is JsonValue value ? value.ToString() : null;
}
