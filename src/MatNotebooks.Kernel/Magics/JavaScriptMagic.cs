using System.CommandLine;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!javascript</c>: the lines below run in the reader's browser, in a function of their own.</summary>
internal sealed class JavaScriptMagic : IMagic
{
    public string Name => "#!javascript";

    public string Summary => "The lines below are JavaScript, run in the browser; they may use await.";

    public bool TakesBody => true;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var code = body.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        context.Show(new MimeBundle()
            .With("text/html", $"<script>\n(async () => {{\n{code}\n}})();\n</script>")
            .With("text/plain", "(JavaScript)"));
        return Task.CompletedTask;
    }
}
