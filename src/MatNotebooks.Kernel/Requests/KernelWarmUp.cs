using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Does before the first cell what would keep it waiting: the compiler reads the assemblies and finds its code, and a cell
/// goes its whole way once, in a session of its own that nobody sees.
/// </summary>
internal static class KernelWarmUp
{
    /// <summary>Done when the first cell would run without delay.</summary>
    public static Task Begin()
    {
        // Side by side: most of it is the runtime compiling what each needs first.
        var compiler = Task.Run(ScriptSession.WarmUp);
        var runner = new CellRunner(Path.GetTempPath());
        var cell = Task.Run(() => runner.RunAsync("1+1", new Unheard()));
        var ready = Task.WhenAll(compiler, cell);
        _ = ready.ContinueWith(_ => GoOnAsync(runner), TaskScheduler.Default);
        return ready;
    }

    // What a second cell needs, while the first is being written.
    private static async Task GoOnAsync(CellRunner runner)
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
