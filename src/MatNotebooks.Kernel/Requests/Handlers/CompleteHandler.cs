using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Session.Completion;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>complete_request</c>: what may stand at the cursor. VS Code waits two seconds for it.</summary>
internal sealed class CompleteHandler(CellRunner runner) : IRequestHandler
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.8);

    public string Type => "complete_request";

    public async Task<JsonObject?> HandleAsync(IncomingMessage request)
    {
        var code = request.Content.Text("code");
        var cursor = CursorOffset.ToUtf16(code, request.Content.Number("cursor_pos", int.MaxValue));
        using var late = new CancellationTokenSource(Limit);
        var found = CellCompletions.None(cursor);
        try
        {
            found = await Task.Run(() => runner.CompleteAsync(code, cursor, late.Token)).WaitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            // Too late to be of use: an empty list.
        }
        return Content(code, found);
    }

    private static JsonObject Content(string code, CellCompletions found)
    {
        var (start, end) = (CursorOffset.ToCodePoints(code, found.Start), CursorOffset.ToCodePoints(code, found.End));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => (JsonNode)item.Text)]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => Kind(item, start, end))]) },
        };
    }

    private static JsonObject Kind(CellCompletion item, int start, int end)
    {
        var kind = new JsonObject { ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind };
        if (item.Signature is not null)
            kind["signature"] = item.Signature;
        if (item.Documentation is not null)
            kind["documentation"] = item.Documentation;
        return kind;
    }
}
