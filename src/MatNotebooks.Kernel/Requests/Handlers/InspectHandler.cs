using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>inspect_request</c>: what stands under the cursor. One answer after five seconds, and VS Code asks never again.</summary>
internal sealed class InspectHandler(CellRunner runner) : IRequestHandler
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    public string Type => "inspect_request";

    public async Task<JsonObject?> HandleAsync(IncomingMessage request)
    {
        var code = request.Content.Text("code");
        var cursor = CursorOffset.ToUtf16(code, request.Content.Number("cursor_pos", int.MaxValue));
        var detailed = request.Content.Number("detail_level", 0) > 0;
        using var late = new CancellationTokenSource(Limit);
        MimeBundle? found = null;
        try
        {
            found = await Task.Run(() => runner.InspectAsync(code, cursor, detailed, late.Token)).WaitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            // Too late to be of use: nothing found.
        }
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? new JsonObject() : CellChannel.Forms(found),
            ["metadata"] = new JsonObject(),
        };
    }
}
