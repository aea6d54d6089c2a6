using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>Serves one request at a time and place: busy, the handler's work, the reply, idle.</summary>
/// <param name="outbound">Takes replies and states.</param>
/// <param name="status">Tells the states.</param>
/// <param name="handlers">One for each kind of message.</param>
/// <param name="complain">Takes a line about a message nobody can serve.</param>
internal sealed class RequestServer(IOutbound outbound, KernelStatus status, IEnumerable<IRequestHandler> handlers, Action<string> complain)
{
    private const string Request = "_request";
    private readonly Dictionary<string, IRequestHandler> handlers = handlers.ToDictionary(handler => handler.Type, StringComparer.Ordinal);

    /// <param name="request">The request.</param>
    /// <param name="answering">Called with the content of the reply, before it goes.</param>
    /// <returns>The content of the reply; null where there was none.</returns>
    public async Task<JsonObject?> ServeAsync(IncomingMessage request, Action<JsonObject>? answering = null)
    {
        if (!handlers.TryGetValue(request.Header.Type, out var handler))
        {
            complain($"a message of the unknown type \"{Short(request.Header.Type)}\" was left unanswered.");
            return null;
        }
        status.Begin(request);
        try
        {
            var content = await AttemptAsync(handler, request);
            if (content is not null)
            {
                answering?.Invoke(content);
                Reply(request, content);
            }
            return content;
        }
        finally
        {
            status.End(request);
        }
    }

    /// <summary>Answers a request that is not served at all.</summary>
    public void Abort(IncomingMessage request)
    {
        status.Begin(request);
        Reply(request, new JsonObject { ["status"] = "aborted" });
        status.End(request);
    }

    /// <summary>Answers a request that cannot be served with the error it is.</summary>
    public void Refuse(IncomingMessage request, string why)
    {
        status.Begin(request);
        Reply(request, Failure("BadRequest", $"{request.Header.Type}: {why}"));
        status.End(request);
    }

    private async Task<JsonObject?> AttemptAsync(IRequestHandler handler, IncomingMessage request)
    {
        try
        {
            return await handler.HandleAsync(request);
        }
        catch (BadContentException wrong)
        {
            return Failure("BadRequest", $"{request.Header.Type}: {wrong.Message}");
        }
        catch (Exception failure)
        {
            complain($"{request.Header.Type} failed: {failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}");
            return Failure(failure.GetType().Name, failure.Message);
        }
    }

    private void Reply(IncomingMessage request, JsonObject content)
    {
        var type = request.Header.Type;
        var reply = type.EndsWith(Request, StringComparison.Ordinal) ? type[..^Request.Length] + "_reply" : type + "_reply";
        outbound.Send(request.Channel, new OutgoingMessage(reply, content, request.Header) { Identities = request.Identities, Metadata = Metadata(content) });
    }

    // Widgets on the client's side look whether the state they see is the kernel's; jupyter_client looks at the status.
    private static JsonObject Metadata(JsonObject content) => content["status"] is { } status ? new() { ["status"] = status.DeepClone() } : [];

    private static JsonObject Failure(string name, string value) => new()
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = value,
        ["traceback"] = new JsonArray($"{name}: {value}"),
    };

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
