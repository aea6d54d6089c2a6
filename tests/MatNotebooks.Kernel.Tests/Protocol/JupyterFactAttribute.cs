using System.Diagnostics;

namespace MatNotebooks.Kernel.Tests.Protocol;

/// <summary>A test that drives the kernel with Jupyter's own client; skipped where Debian's Python has none.</summary>
internal sealed class JupyterFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> Found = new(Ask);

    public JupyterFactAttribute() => Skip = Lacking;

    /// <summary>What is missing; null where all is there.</summary>
    public static string? Lacking => Found.Value;

    private static string? Ask()
    {
        const string Missing = "needs Debian's jupyter_client, nbclient and nbconvert (apt-get install python3-jupyter-client python3-nbclient jupyter-nbconvert)";
        if (!File.Exists(DebianPythonFactAttribute.Python))
            return Missing;
        using var python = Process.Start(new ProcessStartInfo(DebianPythonFactAttribute.Python, ["-c", "import jupyter_client, nbclient, nbconvert, zmq"]) { RedirectStandardError = true })!;
        python.StandardError.ReadToEnd();
        python.WaitForExit();
        return python.ExitCode == 0 ? null : Missing;
    }
}
