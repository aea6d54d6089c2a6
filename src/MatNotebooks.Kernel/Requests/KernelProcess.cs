using System.Runtime.InteropServices;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Sockets;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>The kernel as a process: from the connection file to the shutdown.</summary>
internal static class KernelProcess
{
    /// <summary>Serves until a client says shutdown, the process is told to end, or the one that started it is gone.</summary>
    /// <param name="connection">Where to listen.</param>
    /// <param name="complain">Takes a line for the log of the server.</param>
    /// <exception cref="ZeroMqException">A port is in use, or libzmq is.</exception>
    public static void Run(ConnectionFile connection, Action<string> complain)
    {
        var warm = new KernelWarmUp();
        using var end = new ManualResetEventSlim();
        NotebookKernel? receiver = null;
        using var sockets = new KernelSockets(connection, message => receiver!.Receive(message), complain);
        using var runner = new CellRunner(Environment.CurrentDirectory);
        using var native = NativeOutput.Capture();
        var ready = warm.Ready.ContinueWith(_ => runner.Session.Prepare(), TaskScheduler.Default);
        var process = new KernelSurroundings(connection, ready, end.Set, complain) { Native = native, WhenIdle = warm.GoOnAsync };
        using var kernel = receiver = new NotebookKernel(sockets, runner, new CellHistory(CellHistory.UserFile), process);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Handle(context, kernel.Interrupt));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Handle(context, end.Set));
        using var orphaned = ParentProcess.Watch(end.Set);
        kernel.Start();
        sockets.Start();
        end.Wait();
    }

    private static void Handle(PosixSignalContext context, Action action)
    {
        context.Cancel = true;
        action();
    }
}
