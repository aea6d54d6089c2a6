using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Tells the clients of each request when work on it begins and ends. They show one state for the whole kernel, the last they
/// heard: when a short request ends beside a running cell, the cell is busy once more.
/// </summary>
internal sealed class KernelStatus(IOutbound outbound)
{
    private readonly Lock gate = new();
    private readonly List<IncomingMessage> busy = [];

    public void Begin(IncomingMessage request)
    {
        lock (gate)
        {
            busy.Add(request);
            Publish("busy", request);
        }
    }

    public void End(IncomingMessage request)
    {
        lock (gate)
        {
            busy.Remove(request);
            Publish("idle", request);
            if (busy.Count > 0)
                Publish("busy", busy[0]);
        }
    }

    /// <summary>Said once, before anything is asked.</summary>
    public void Starting() => Publish("starting", null);

    private void Publish(string state, IncomingMessage? request) =>
        outbound.Send(JupyterChannel.IOPub, new OutgoingMessage("status", new JsonObject { ["execution_state"] = state }, request?.Header));
}
