using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>shutdown_request</c>: ends the kernel once the reply is out. A restart is an end too; the client starts the next one.</summary>
internal sealed class ShutdownHandler(IOutbound outbound, Action stop) : IRequestHandler
{
    public string Type => "shutdown_request";

    public Task<JsonObject?> HandleAsync(IncomingMessage request)
    {
        var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Content.Flag("restart", false) };
        // Every other client learns of it here.
        outbound.Send(JupyterChannel.IOPub, new OutgoingMessage("shutdown_reply", (JsonObject)content.DeepClone(), request.Header));
        stop();
        return Task.FromResult<JsonObject?>(content);
    }
}
