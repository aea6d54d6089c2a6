using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Requests.Handlers;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>The kernel without its sockets: messages in, messages out.</summary>
internal sealed class NotebookKernel : IDisposable
{
    private readonly Executions executions = new();
    private readonly KernelStatus status;
    private readonly RequestRouter router;

    /// <param name="outbound">Takes what it says.</param>
    /// <param name="runner">Runs the cells.</param>
    /// <param name="history">Remembers them.</param>
    /// <param name="process">The process around it.</param>
    public NotebookKernel(IOutbound outbound, CellRunner runner, CellHistory history, KernelSurroundings process)
    {
        status = new KernelStatus(outbound);
        var questions = new InputQuestions(outbound);
        var surroundings = new CellSurroundings(outbound, questions, new OutputPace(), new SpillFolder(), new IdleWork(process.Warm, process.WhenIdle)) { Native = process.Native };
        RequestServer? server = null;
        var subshells = new Subshells(executions, (name, ended) => new ShellLane(name, server!, ended));
        IRequestHandler[] handlers =
        [
            new KernelInfoHandler(process.Warm), new ConnectHandler(process.Connection),
            new ExecuteHandler(runner, executions, subshells, surroundings, history),
            new IsCompleteHandler(runner), new CompleteHandler(runner), new InspectHandler(runner), new HistoryHandler(history),
            new InterruptHandler(executions), new ShutdownHandler(outbound, process.Stop), new DebugHandler(),
            .. new CommHandlers(runner, surroundings).All, .. new SubshellHandlers(subshells).All,
        ];
        server = new RequestServer(outbound, status, handlers, process.Complain);
        router = new RequestRouter(server, questions, subshells);
    }

    /// <summary>Says that it is there; before the first request.</summary>
    public void Start() => status.Starting();

    /// <summary>Takes a message; from any thread.</summary>
    public void Receive(IncomingMessage message) => router.Receive(message);

    /// <summary>Stops the cells that run.</summary>
    public void Interrupt() => executions.Interrupt();

    public void Dispose()
    {
        executions.Interrupt();
        router.Dispose();
    }
}
