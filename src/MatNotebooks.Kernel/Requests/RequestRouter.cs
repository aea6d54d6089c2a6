using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Brings each request to the place where it is served. Cells run one after the other, in each subshell beside the others; what only asks is
/// answered beside them, also while a cell runs; control has a lane of its own, and an interrupt goes there however it came.
/// </summary>
internal sealed class RequestRouter : IDisposable
{
    // A client that sends a cell and asks about it at once means the state behind the cell, if that does not take long.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private static readonly HashSet<string> AtOnce = ["kernel_info_request", "connect_request", "is_complete_request", "comm_info_request"];
    private static readonly HashSet<string> Soon = ["complete_request", "inspect_request", "history_request"];
    private static readonly HashSet<string> Controlling =
        ["interrupt_request", "create_subshell_request", "delete_subshell_request", "list_subshell_request"];

    private readonly RequestServer server;
    private readonly InputQuestions questions;
    private readonly Subshells subshells;
    private readonly ShellLane shell;
    private readonly RequestLane control;

    public RequestRouter(RequestServer server, InputQuestions questions, Subshells subshells)
    {
        (this.server, this.questions, this.subshells) = (server, questions, subshells);
        shell = new ShellLane("shell requests", server);
        control = new RequestLane("control requests", message => server.ServeAsync(message));
    }

    /// <summary>Takes a message; from any thread.</summary>
    public void Receive(IncomingMessage message)
    {
        var type = message.Header.Type;
        if (message.Channel == JupyterChannel.Stdin)
            questions.Answer(message);
        else if (message.Channel == JupyterChannel.Control && AtOnce.Contains(type))
            _ = Task.Run(() => server.ServeAsync(message));
        else if (message.Channel == JupyterChannel.Control || Controlling.Contains(type))
            control.Add(message);
        else if (Lane(message.Header.Subshell) is { } lane)
            Receive(message, lane);
        else
            _ = Task.Run(() => server.Refuse(message, Subshells.Unknown(message.Header.Subshell!)));
    }

    public void Dispose()
    {
        shell.Dispose();
        subshells.Dispose();
        control.Dispose();
    }

    private ShellLane? Lane(string? subshell) => subshell is null ? shell : subshells.Find(subshell)?.Lane;

    private void Receive(IncomingMessage message, ShellLane lane)
    {
        if (AtOnce.Contains(message.Header.Type))
            _ = Task.Run(() => server.ServeAsync(message));
        else if (Soon.Contains(message.Header.Type))
            _ = Task.Run(() => ServeSoonAsync(message, lane));
        else if (!lane.Add(message) && message.Header.Subshell is { } deleted)
            _ = Task.Run(() => server.Refuse(message, Subshells.Unknown(deleted)));
    }

    private async Task ServeSoonAsync(IncomingMessage message, ShellLane lane)
    {
        await Task.WhenAny(lane.Empty, Task.Delay(Patience));
        await server.ServeAsync(message);
    }
}
