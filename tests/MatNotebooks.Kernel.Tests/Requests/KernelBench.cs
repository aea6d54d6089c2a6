using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Requests;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Tests.Requests;

/// <summary>The kernel without sockets.</summary>
internal sealed class KernelBench : IDisposable
{
    private readonly CellRunner runner = new(AppContext.BaseDirectory);
    private readonly NotebookKernel kernel;
    private int requests;

    public KernelBench()
    {
        var connection = new ConnectionFile(System.Net.IPAddress.Loopback, 1, 2, 3, 4, 5, "");
        kernel = new NotebookKernel(Outbound, runner, new CellHistory(null), new KernelSurroundings(connection, Task.CompletedTask, () => Stopped = true, Complaints.Add));
    }

    public RecordedOutbound Outbound { get; } = new();

    public List<string> Complaints { get; } = [];

    public bool Stopped { get; private set; }

    /// <summary>Sends a request and returns its id.</summary>
    public string Send(string type, JsonObject content, JupyterChannel channel = JupyterChannel.Shell, string? subshell = null)
    {
        var id = $"request-{Interlocked.Increment(ref requests)}";
        kernel.Receive(new IncomingMessage(channel, [Encoding.UTF8.GetBytes("client")], new MessageHeader(id, type, subshell, "{}"u8.ToArray()), content));
        return id;
    }

    public string Execute(string code, bool stopOnError = true, string? subshell = null) =>
        Send("execute_request", new JsonObject { ["code"] = code, ["stop_on_error"] = stopOnError }, subshell: subshell);

    /// <summary>Sends a request and waits for its end.</summary>
    public Task<OutgoingMessage[]> Ask(string type, JsonObject content, JupyterChannel channel = JupyterChannel.Shell) =>
        Outbound.Finished(Send(type, content, channel));

    public void Dispose()
    {
        kernel.Dispose();
        runner.Dispose();
    }
}
