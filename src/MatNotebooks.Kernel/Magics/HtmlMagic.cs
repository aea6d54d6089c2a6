using System.CommandLine;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!html</c>: the lines below are HTML, shown as it is.</summary>
internal sealed class HtmlMagic : IMagic
{
    public string Name => "#!html";

    public string Summary => "The lines below are HTML, shown as it is.";

    public bool TakesBody => true;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        context.Show(new MimeBundle().With("text/html", body).With("text/plain", body));
        return Task.CompletedTask;
    }
}
