using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Brings each request to the place where it is served. Cells run one after the other; what only asks is answered beside
/// them, also while a cell runs; control has a lane of its own, and an interrupt goes there however it came.
/// </summary>
internal sealed class RequestRouter : IDisposable
{
    private const string Execute = "execute_request";

    // A client that sends a cell and asks about it at once means the state behind the cell, if that does not take long.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly HashSet<string> AtOnce = ["kernel_info_request", "connect_request", "is_complete_request", "comm_info_request"];
    private static readonly HashSet<string> Soon = ["complete_request", "inspect_request", "history_request"];

    private readonly RequestServer server;
    private readonly InputQuestions questions;
    private readonly RequestLane shell;
    private readonly RequestLane control;
    private readonly LaneState shellState = new();

    public RequestRouter(RequestServer server, InputQuestions questions)
    {
        (this.server, this.questions) = (server, questions);
        shell = new RequestLane("shell requests", ServeInTurnAsync);
        control = new RequestLane("control requests", server.ServeAsync);
    }

    /// <summary>Takes a message; from any thread.</summary>
    public void Receive(IncomingMessage message)
    {
        var type = message.Header.Type;
        if (message.Channel == JupyterChannel.Stdin)
            questions.Answer(message);
        else if (AtOnce.Contains(type))
            _ = Task.Run(() => server.ServeAsync(message));
        else if (message.Channel == JupyterChannel.Control || type == "interrupt_request")
            control.Add(message);
        else if (Soon.Contains(type))
            _ = Task.Run(() => ServeSoonAsync(message));
        else
        {
            shellState.Added();
            shell.Add(message);
        }
    }

    public void Dispose()
    {
        shell.Dispose();
        control.Dispose();
    }

    private async Task ServeSoonAsync(IncomingMessage message)
    {
        await Task.WhenAny(shellState.Empty, Task.Delay(Patience));
        await server.ServeAsync(message);
    }

    private async Task ServeInTurnAsync(IncomingMessage message)
    {
        try
        {
            var reply = await server.ServeAsync(message);
            if (message.Header.Type == Execute && (string?)reply?["status"] == "error" && message.Content.Flag("stop_on_error", true))
                GiveUpWaiting();
        }
        finally
        {
            shellState.Removed();
        }
    }

    private void GiveUpWaiting()
    {
        foreach (var waiting in shell.TakeWaiting(request => request.Header.Type == Execute))
        {
            server.Abort(waiting);
            shellState.Removed();
        }
    }
}
