using System.CommandLine;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!set name value</c>: gives a variable a value, keeping its type where it has one.</summary>
internal sealed class SetMagic : IMagic
{
    private readonly Argument<string?> nameArgument = new("name") { Arity = ArgumentArity.ZeroOrOne, Description = "The variable." };
    private readonly Argument<string?> valueArgument = new("value")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A number, true, false, a text, or @csharp:variable to copy another variable.",
    };

    private readonly Option<string?> nameOption = new("--name") { Description = "The variable (as in .NET Interactive)." };
    private readonly Option<string?> valueOption = new("--value") { Description = "Its value (as in .NET Interactive)." };

    public string Name => "#!set";

    public string Summary => "Gives a variable a value (its C# twin is var name = value;).";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
        command.Add(nameArgument);
        command.Add(valueArgument);
        command.Add(nameOption);
        command.Add(valueOption);
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var option = arguments.GetValue(nameOption);
        var name = option ?? arguments.GetValue(nameArgument) ?? throw new MagicException("#!set needs a name: #!set name value");
        // With --name, a lone argument is the value.
        var value = arguments.GetValue(valueOption) ?? arguments.GetValue(valueArgument) ??
            (option is null ? null : arguments.GetValue(nameArgument)) ??
            throw new MagicException($"#!set {name} needs a value: #!set {name} value");
        const string Copy = "@csharp:";
        var code = value.StartsWith(Copy, StringComparison.Ordinal)
            ? $"var {name} = {value[Copy.Length..]};"
            : Literal.Declaration(name, context.Session.TypeOf(name), value, unit: null);
        return context.RunCSharp(code, 0);
    }
}
