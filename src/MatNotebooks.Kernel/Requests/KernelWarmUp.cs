using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Does before the first cell what would keep it waiting: the compiler reads the assemblies and finds its code, and a cell
/// goes its whole way once, in a session of its own that nobody sees.
/// </summary>
internal sealed class KernelWarmUp
{
    private readonly CellRunner runner = new(Path.GetTempPath());

    public KernelWarmUp()
    {
        // Side by side: most of it is the runtime compiling what each needs first.
        var compiler = Task.Run(ScriptSession.WarmUp);
        var cell = Task.Run(() => runner.RunAsync("1+1", new Unheard()));
        Ready = Task.WhenAll(compiler, cell);
    }

    /// <summary>Done when the first cell would run without delay.</summary>
    public Task Ready { get; }

    /// <summary>Goes on with what editors ask, and with figures: a third of a second of work, for when no cell waits for a processor.</summary>
    public async Task GoOnAsync()
    {
        using (runner)
        {
            ScriptSession.WarmUpQuestions();
            await runner.RunAsync("Console.WriteLine(1); display(new[] { (Name: \"a\", Value: 1.5) }); new { x = 1 }", new Unheard());
        }
    }

    private sealed class Unheard : IDisplayChannel
    {
        public void Send(DisplayMessage message)
        {
        }
    }
}
