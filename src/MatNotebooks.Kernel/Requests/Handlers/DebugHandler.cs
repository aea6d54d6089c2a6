using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>debug_request</c>: there is no debugger; the answer says so in the words of the debug adapter protocol.</summary>
internal sealed class DebugHandler : IRequestHandler
{
    public string Type => "debug_request";

    public Task<JsonObject?> HandleAsync(IncomingMessage request) => Task.FromResult<JsonObject?>(new JsonObject
    {
        ["type"] = "response",
        ["seq"] = 0,
        ["request_seq"] = request.Content.Number("seq", 0),
        ["command"] = request.Content.TextOrNull("command") ?? "",
        ["success"] = false,
        ["message"] = "This kernel has no debugger.",
    });
}
