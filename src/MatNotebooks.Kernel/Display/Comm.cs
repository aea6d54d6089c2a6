using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MatNotebooks.Kernel.Display;

/// <summary>A line between a cell and code in the page, over which both send JSON; widgets are made of them.</summary>
public sealed class Comm
{
    private static readonly JsonSerializerOptions Plain = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
    private readonly ICommChannel opener;

    internal Comm(string id, string target, ICommChannel opener)
    {
        (Id, Target, this.opener) = (id, target, opener);
        opener.Comms.Add(this);
    }

    /// <summary>What the page knows it by.</summary>
    public string Id { get; }

    /// <summary>The name under which the page, or a cell, waits for comms of this kind.</summary>
    public string Target { get; }

    /// <summary>The page has sent something.</summary>
    public event Action<JsonNode?>? Received;

    /// <summary>The page has closed the line.</summary>
    public event Action? Closed;

    /// <summary>Opens a line to the page.</summary>
    /// <param name="target">The name under which code in the page has registered.</param>
    /// <param name="data">What it is told at once: JSON, or anything that can be written as JSON.</param>
    /// <exception cref="InvalidOperationException">There is no page, as in <c>matnb run</c>.</exception>
    public static Comm Open(string target, object? data = null)
    {
        var comm = new Comm(Guid.NewGuid().ToString("N"), target, Channel ?? throw new InvalidOperationException(
            $"There is no page to open \"{target}\" in: comms need Jupyter or VS Code."));
        comm.Say("comm_open", data, target);
        return comm;
    }

    /// <summary>Waits for lines that the page opens.</summary>
    /// <param name="target">The name the page gives.</param>
    /// <param name="opened">Called with each, and what the page says at once.</param>
    /// <exception cref="InvalidOperationException">There is no page, as in <c>matnb run</c>.</exception>
    public static void Register(string target, Action<Comm, JsonNode?> opened) =>
        (Channel ?? throw new InvalidOperationException($"There is no page to wait for \"{target}\" from: comms need Jupyter or VS Code."))
            .Comms.Register(target, opened);

    /// <summary>Sends something to the page; from any thread.</summary>
    /// <param name="data">JSON, or anything that can be written as JSON.</param>
    /// <exception cref="InvalidOperationException">It is closed.</exception>
    public void Send(object? data)
    {
        if (opener.Comms.Find(Id) != this)
            throw new InvalidOperationException($"The comm \"{Target}\" is closed; open it anew.");
        Say("comm_msg", data);
    }

    /// <summary>Closes the line; a second call does nothing.</summary>
    public void Close()
    {
        if (opener.Comms.Remove(this))
            Say("comm_close", null);
    }

    internal void Receive(JsonNode? data) => Received?.Invoke(data);

    internal void CloseFromPage()
    {
        if (opener.Comms.Remove(this))
            Closed?.Invoke();
    }

    private static ICommChannel? Channel => RunningCell.Current?.Channel as ICommChannel;

    // In the name of the cell that speaks; of the one that opened it where none runs.
    private void Say(string type, object? data, string? target = null)
    {
        var content = new JsonObject
        {
            ["comm_id"] = Id,
            ["data"] = data is JsonNode node ? node.DeepClone() : data is null ? new JsonObject() : JsonSerializer.SerializeToNode(data, Plain),
        };
        if (target is not null)
            content["target_name"] = target;
        (Channel ?? opener).SendComm(type, content);
    }
}
