using System.CommandLine;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!progress hide</c>: how progress bars show.</summary>
internal sealed class ProgressMagic : IMagic
{
    private readonly Argument<string> styleArgument = new("style") { Description = "show: a bar; plain: one line of text; hide: nothing." };
    private readonly Option<bool> codeOption = TwinCode.NewOption();

    public string Name => "#!progress";

    public string Summary => "Shows progress bars from now on as bars, as plain lines of text, or not at all.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        styleArgument.AcceptOnlyFromAmong("show", "plain", "hide");
        command.Add(styleArgument);
        command.Add(codeOption);
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var style = arguments.GetRequiredValue(styleArgument) switch { "plain" => ProgressStyle.Plain, "hide" => ProgressStyle.Hidden, _ => ProgressStyle.Bar };
        if (arguments.GetValue(codeOption))
            TwinCode.Show(context, $"MatNotebooks.Kernel.Display.ProgressBar.Style = ProgressStyle.{style};");
        else
            ProgressBar.Style = style;
        return Task.CompletedTask;
    }
}
