using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary>Keeps the value of an expression, or why there is none; whatever else it says is not shown.</summary>
internal sealed class ExpressionChannel : IDisplayChannel
{
    private MimeBundle value = new();
    private CellError? error;

    public void Send(DisplayMessage message)
    {
        if (message is DisplayMessage.Result result)
            value = result.Bundle;
        else if (message is DisplayMessage.Failure failure)
            error = failure.Error;
    }

    public JsonObject ToJson()
    {
        if (error is not null)
        {
            var failed = CellChannel.ErrorContent(error);
            failed["status"] = "error";
            return failed;
        }
        return new JsonObject { ["status"] = "ok", ["data"] = CellChannel.Forms(value), ["metadata"] = new JsonObject() };
    }
}
