using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>interrupt_request</c>: stops the cells that run, or only those of the subshell it names; variables stay.</summary>
internal sealed class InterruptHandler(Executions executions) : IRequestHandler
{
    public string Type => "interrupt_request";

    public Task<JsonObject?> HandleAsync(IncomingMessage request)
    {
        executions.Interrupt(request.Header.Subshell);
        return Task.FromResult<JsonObject?>(new JsonObject { ["status"] = "ok" });
    }
}
