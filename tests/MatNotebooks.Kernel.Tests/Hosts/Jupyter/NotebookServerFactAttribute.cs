using MatNotebooks.Kernel.Notebooks.Browser;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts.Jupyter;

/// <summary>A test in Debian's classic Notebook and a browser; skipped where one of them is not.</summary>
public sealed class NotebookServerFactAttribute : FactAttribute
{
    public NotebookServerFactAttribute()
    {
        if (!File.Exists(NotebookServer.Program)) Skip = "needs Debian's classic Notebook (apt-get install jupyter-notebook)";
        else if (Chromium.Find() is null) Skip = new ChromiumFactAttribute().Skip;
    }
}
