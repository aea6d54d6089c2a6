using System.CommandLine;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!markdown</c>: the lines below are Markdown, shown as a reader would see it.</summary>
internal sealed class MarkdownMagic : IMagic
{
    public string Name => "#!markdown";

    public string Summary => "The lines below are Markdown, shown as a reader would see it.";

    public bool TakesBody => true;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        context.Show(new MimeBundle().With("text/markdown", body).With("text/plain", body));
        return Task.CompletedTask;
    }
}
