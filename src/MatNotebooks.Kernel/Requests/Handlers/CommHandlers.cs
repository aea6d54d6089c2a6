using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary>The messages of comms. What a cell registered runs in its turn between cells, and prints under the page's message.</summary>
internal sealed class CommHandlers(CellRunner runner, CellSurroundings surroundings)
{
    /// <summary>One handler for each of the four kinds.</summary>
    public IEnumerable<IRequestHandler> All =>
    [
        new CommHandler("comm_info_request", request => Task.FromResult<JsonObject?>(Info(request.Content.TextOrNull("target_name")))),
        new CommHandler("comm_open", request => Run(request, Open)),
        new CommHandler("comm_msg", request => Run(request, (content, _) => Find(content)?.Receive(content["data"]?.DeepClone()))),
        new CommHandler("comm_close", request => Run(request, (content, _) => Find(content)?.CloseFromPage())),
    ];

    private sealed class CommHandler(string type, Func<IncomingMessage, Task<JsonObject?>> handle) : IRequestHandler
    {
        public string Type => type;

        public Task<JsonObject?> HandleAsync(IncomingMessage request) => handle(request);
    }

    private JsonObject Info(string? target) => new()
    {
        ["status"] = "ok",
        ["comms"] = new JsonObject(surroundings.Comms.All
            .Where(comm => target is null || comm.Target == target)
            .Select(comm => KeyValuePair.Create(comm.Id, (JsonNode?)new JsonObject { ["target_name"] = comm.Target }))),
    };

    private Comm? Find(JsonObject content) => surroundings.Comms.Find(content.Text("comm_id"));

    private void Open(JsonObject content, CellChannel channel)
    {
        var (id, target) = (content.Text("comm_id"), content.Text("target_name"));
        if (surroundings.Comms.FindTarget(target) is { } opened)
            opened(new Comm(id, target, channel), content["data"]?.DeepClone());
        else
            // So the page learns that nobody listens.
            channel.SendComm("comm_close", new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() });
    }

    private Task<JsonObject?> Run(IncomingMessage request, Action<JsonObject, CellChannel> action)
    {
        using var channel = new CellChannel(request, runner.ExecutionCount, surroundings);
        using var scope = new RunningCell(channel, 0, CancellationToken.None).Enter();
        try
        {
            action(request.Content, channel);
        }
        catch (Exception failure) when (failure is not BadContentException)
        {
            channel.Send(new DisplayMessage.Text(StandardStream.Error, $"{failure.GetType().Name} in what answers {request.Header.Type}: {failure.Message}\n"));
        }
        return Task.FromResult<JsonObject?>(null);
    }
}
