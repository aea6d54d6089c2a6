using System.Runtime.InteropServices;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Requests.Handlers;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Sockets;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>The kernel as a process: from the connection file to the shutdown.</summary>
internal static class KernelProcess
{
    private const int Threads = 16; // a cell that blocks a few of the pool's must not keep the kernel from answering

    /// <summary>Serves until a client says shutdown, the process is told to end, or the one that started it is gone.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="complain">Takes a line for the log of the server.</param>
    /// <exception cref="ZeroMqException">A port is in use, or libzmq is.</exception>
    public static void Run(ConnectionFile connection, Action<string> complain)
    {
        ThreadPool.SetMinThreads(Threads, Threads);
        using var end = new ManualResetEventSlim();
        RequestRouter? router = null;
        using var sockets = new KernelSockets(connection, message => router!.Receive(message), complain);
        using var runner = new CellRunner(Environment.CurrentDirectory);
        var executions = new Executions();
        var status = new KernelStatus(sockets);
        var questions = new InputQuestions(sockets);
        var surroundings = new CellSurroundings(sockets, questions, new OutputPace(), new SpillFolder());
        var history = new CellHistory(CellHistory.UserFile);
        var warm = Task.Run(ScriptSession.WarmUp);
        IRequestHandler[] handlers =
        [
            new KernelInfoHandler(warm), new ConnectHandler(connection),
            new ExecuteHandler(runner, executions, surroundings, history),
            new IsCompleteHandler(runner), new CompleteHandler(runner), new InspectHandler(runner), new HistoryHandler(history),
            new InterruptHandler(executions), new ShutdownHandler(sockets, end.Set), new DebugHandler(),
        ];
        using var served = router = new RequestRouter(new RequestServer(sockets, status, handlers, complain), questions);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, executions.Interrupt));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, end.Set));
        using var orphaned = ParentProcess.Watch(end.Set);
        status.Starting();
        sockets.Start();
        end.Wait();
        executions.Interrupt();
    }

    private static void Handle(PosixSignalContext context, Action action)
    {
        context.Cancel = true;
        action();
    }
}
