using System.Diagnostics;

namespace MatNotebooks.NotebookTests;

/// <summary>Tests that drive the kernel with Jupyter's own programs; skipped where Debian's Python has none.</summary>
internal sealed class JupyterTheoryAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> Present = new(Ask);

    public JupyterTheoryAttribute() => Skip = Present.Value
        ? null
        : "needs Debian's nbclient and nbconvert (apt-get install python3-nbclient jupyter-nbconvert)";

    private static bool Ask()
    {
        const string Python = "/usr/bin/python3";
        if (!File.Exists(Python))
            return false;
        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", "import nbclient, nbconvert"]) { RedirectStandardError = true })!;
        python.StandardError.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode == 0;
    }
}
