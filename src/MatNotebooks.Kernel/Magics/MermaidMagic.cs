using System.CommandLine;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!mermaid</c>: the lines below are a diagram.</summary>
internal sealed class MermaidMagic : IMagic
{
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!mermaid";

    public string Summary => "The lines below are a mermaid diagram (flowchart, sequence, class, state, gantt, pie, ...).";

    public bool TakesBody => true;

    public void Describe(Command command) => command.Add(codeOption);

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        if (string.IsNullOrWhiteSpace(body))
            throw new MagicException("#!mermaid needs a diagram on the lines below it, such as graph LR; A --> B");
        if (arguments.GetValue(codeOption))
            TwinCode.Show(context, $"new MermaidDiagram({TwinCode.Literal(body)})");
        else
            context.Show(new MermaidDiagram(body));
        return Task.CompletedTask;
    }
}
