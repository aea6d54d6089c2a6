using System.Diagnostics;

namespace MatNotebooks.Kernel.Tests;

/// <summary>A test that asks Jupyter's own Python packages; skipped where Debian's Python has none.</summary>
internal sealed class DebianPythonFactAttribute : FactAttribute
{
    public const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> Present = new(HasNbformat);

    public DebianPythonFactAttribute()
    {
        if (!Present.Value)
            Skip = "needs Debian's python3-nbformat (apt-get install python3-nbformat)";
    }

    private static bool HasNbformat()
    {
        if (!File.Exists(Python))
            return false;
        using var python = Process.Start(new ProcessStartInfo(Python, ["-c", "import nbformat"]) { RedirectStandardError = true })!;
        python.StandardError.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode == 0;
    }
}
