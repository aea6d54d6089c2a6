using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests.Handlers;

/// <summary><c>execute_request</c>: runs a cell.</summary>
/// <param name="runner">Runs it.</param>
/// <param name="executions">Stops it.</param>
/// <param name="subshells">Where it may run but for the main shell.</param>
/// <param name="surroundings">Where its outputs go.</param>
/// <param name="history">Remembers it.</param>
internal sealed class ExecuteHandler(CellRunner runner, Executions executions, Subshells subshells, CellSurroundings surroundings, CellHistory history) : IRequestHandler
{
    /// <summary>The longest cell, in characters. Compiling a longer one takes minutes and gigabytes.</summary>
    public const int LongestCell = 2_000_000;

    private readonly FigureLibraries libraries = new();

    public string Type => "execute_request";

    public async Task<JsonObject?> HandleAsync(IncomingMessage request)
    {
        surroundings.Idle.CellBegins();
        try
        {
            return await RunAsync(request);
        }
        finally
        {
            surroundings.Idle.CellEnded();
        }
    }

    private async Task<JsonObject?> RunAsync(IncomingMessage request)
    {
        var order = ExecuteOrder.Read(request.Content);
        using var execution = executions.Begin(request.Header.Subshell);
        var thread = subshells.ThreadOf(request.Header.Subshell); // after the beginning: who deletes the subshell now stops the cell
        var turn = runner.Turn(order.Counted, thread);
        var count = order.Counted ? turn.Number : runner.ExecutionCount;
        using var channel = new CellChannel(request, count, surroundings)
        {
            Silent = order.Silent,
            AllowsInput = order.AllowsInput,
            Stopped = execution.Token,
            Libraries = message => libraries.MissingFor(message, order.Code),
        };
        if (!order.Silent)
            Announce(request, order.Code, count);
        if (order.Code.Length > LongestCell)
            return TooLong(channel, order, count);
        if (order.Counted)
            history.Add(count, order.Code);
        libraries.Begin(order.Code);
        surroundings.Native?.Begin(channel);
        var outcome = await runner.RunAsync(order.Code, channel, null, execution.Token, turn);
        surroundings.Native?.Drain();
        channel.Flush();
        return outcome.Error is { } error ? Failed(error, count) : new JsonObject
        {
            ["status"] = "ok",
            ["execution_count"] = count,
            ["user_expressions"] = await EvaluateAsync(order.Expressions, thread, execution.Token),
            ["payload"] = new JsonArray(),
        };
    }

    // Clients put the code of this message, not their own, beside the outputs.
    private void Announce(IncomingMessage request, string code, int count)
    {
        var content = new JsonObject
        {
            ["code"] = code.Length > LongestCell ? code[..80] + "…" : code,
            ["execution_count"] = count,
        };
        surroundings.Outbound.Send(JupyterChannel.IOPub, new OutgoingMessage("execute_input", content, request.Header));
    }

    private async Task<JsonObject> EvaluateAsync(JsonObject expressions, CellThread? thread, CancellationToken cancellation)
    {
        var values = new JsonObject();
        foreach (var (name, _) in expressions)
        {
            var answer = new ExpressionChannel();
            await runner.RunAsync(expressions.Text(name), answer, null, cancellation, runner.Turn(counted: false, thread));
            values[name] = answer.ToJson();
        }
        return values;
    }

    private static JsonObject TooLong(CellChannel channel, ExecuteOrder order, int count)
    {
        var message = $"The cell has {order.Code.Length:N0} characters; at most {LongestCell:N0} are compiled. Put data into a file and read it.";
        var error = new CellError("CellTooLong", message, [message]);
        channel.Send(new DisplayMessage.Failure(error));
        return Failed(error, count);
    }

    private static JsonObject Failed(CellError error, int count)
    {
        var content = CellChannel.ErrorContent(error);
        content["status"] = "error";
        content["execution_count"] = count;
        content["user_expressions"] = new JsonObject();
        content["payload"] = new JsonArray();
        return content;
    }
}
