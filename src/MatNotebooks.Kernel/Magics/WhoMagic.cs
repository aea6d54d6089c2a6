using System.CommandLine;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!who</c>: the names of the variables.</summary>
internal sealed class WhoMagic : IMagic
{
    public string Name => "#!who";

    public string Summary => "Lists the names of the variables, and in F# of the functions (#!whos says more).";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var names = context.Variables.Select(variable => variable.Name).Concat(context.Functions.Select(function => function.Name)).ToArray();
        context.Show(names.Length == 0 ? "There are no variables yet." : string.Join("  ", names));
        return Task.CompletedTask;
    }
}
