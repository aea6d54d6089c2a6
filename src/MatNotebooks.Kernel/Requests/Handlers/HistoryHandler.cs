using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>history_request</c>: cells that ran before, the last ones, those of a session, or those that look like a pattern.</summary>
internal sealed class HistoryHandler(CellHistory history) : IRequestHandler
{
    private const int Most = 1000;

    public string Type => "history_request";

    public Task<JsonObject?> HandleAsync(IncomingMessage request)
    {
        var content = request.Content;
        var output = content.Flag("output", false);
        var most = content.Number("n", Most);
        var found = content.Text("hist_access_type") switch
        {
            "tail" => history.Tail(most),
            "range" => history.Range(content.Number("session", 0), content.Number("start", 0), content.Number("stop", int.MaxValue)),
            "search" => history.Search(content.TextOrNull("pattern") ?? "*", most, content.Flag("unique", false)),
            var other => throw new BadContentException($"\"hist_access_type\" is \"{other}\"; it must be tail, range or search."),
        };
        var entries = found.Select(entry => (JsonNode)new JsonArray(entry.Session, entry.Count, output ? new JsonArray(entry.Code, null) : entry.Code));
        return Task.FromResult<JsonObject?>(new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. entries]) });
    }
}
