using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary>The messages that make, end and list subshells.</summary>
internal sealed class SubshellHandlers(Subshells subshells)
{
    /// <summary>One handler for each of the three kinds.</summary>
    public IEnumerable<IRequestHandler> All =>
    [
        new SubshellHandler("create_subshell_request", _ => new JsonObject { ["status"] = "ok", ["subshell_id"] = subshells.Create() }),
        new SubshellHandler("delete_subshell_request", Delete),
        new SubshellHandler("list_subshell_request", _ => new JsonObject
        {
            ["status"] = "ok",
            ["subshell_id"] = new JsonArray([.. subshells.Ids.Select(id => (JsonNode)id)]),
        }),
    ];

    private JsonObject Delete(JsonObject content)
    {
        subshells.Delete(content.Text("subshell_id"));
        return new JsonObject { ["status"] = "ok" };
    }

    private sealed class SubshellHandler(string type, Func<JsonObject, JsonObject> answer) : IRequestHandler
    {
        public string Type => type;

        public Task<JsonObject?> HandleAsync(IncomingMessage request) => Task.FromResult<JsonObject?>(answer(request.Content));
    }
}
