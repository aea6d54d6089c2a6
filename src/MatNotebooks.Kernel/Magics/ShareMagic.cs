using System.CommandLine;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!share --from fsharp x</c>: makes a variable of the other language one of this.</summary>
internal sealed class ShareMagic : IMagic
{
    private readonly Argument<string> nameArgument = new("name") { Description = "The variable." };
    private readonly Option<string> fromOption = new("--from") { Description = "The language it is in: csharp or fsharp.", Required = true };
    private readonly Option<string?> asOption = new("--as") { Description = "The name it gets here. The default is its own." };

    public string Name => "#!share";

    public string Summary => "Makes a variable of C# one of F#, or the other way round (the same object, not a copy).";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        command.Add(nameArgument);
        command.Add(fromOption);
        command.Add(asOption);
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var name = arguments.GetRequiredValue(nameArgument);
        return SharedVariable.TakeAsync(context, arguments.GetRequiredValue(fromOption), name, arguments.GetValue(asOption) ?? name);
    }
}
