using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>is_complete_request</c>: whether Enter runs the code or begins its next line.</summary>
internal sealed class IsCompleteHandler(CellRunner runner) : IRequestHandler
{
    public string Type => "is_complete_request";

    public Task<JsonObject?> HandleAsync(IncomingMessage request)
    {
        var found = runner.CheckComplete(request.Content.Text("code"));
        var reply = new JsonObject { ["status"] = found.Status };
        if (found.Status == "incomplete")
            reply["indent"] = found.Indent;
        return Task.FromResult<JsonObject?>(reply);
    }
}
