using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>connect_request</c>: the ports, for a client that knows one of them.</summary>
internal sealed class ConnectHandler(ConnectionFile connection) : IRequestHandler
{
    public string Type => "connect_request";

    public Task<JsonObject?> HandleAsync(IncomingMessage request) => Task.FromResult<JsonObject?>(new JsonObject
    {
        ["status"] = "ok",
        ["shell_port"] = connection.ShellPort,
        ["iopub_port"] = connection.IOPubPort,
        ["stdin_port"] = connection.StdinPort,
        ["control_port"] = connection.ControlPort,
        ["hb_port"] = connection.HeartbeatPort,
    });
}
