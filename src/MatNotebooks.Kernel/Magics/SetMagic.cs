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
        Description = "A number, true, false, a text, or @csharp:variable, @fsharp:variable to take another variable.",
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
        if (From(value) is { } from)
            return Copy(context, from.Language, from.Name, name);
        if (context.Language == "csharp")
            return context.RunCSharp(Literal.Declaration(name, context.Session.TypeOf(name), value, unit: null), 0);
        var read = Literal.Read(value);
        SharedVariable.BindInFSharp(context, name, new NamedValue(name, read.GetType(), read));
        return Task.CompletedTask;
    }

    private static (string Language, string Name)? From(string value)
    {
        var parts = value.Split(':', 2);
        return parts is ["@csharp" or "@fsharp" or "@value", { Length: > 0 }] ? (parts[0][1..], parts[1]) : null;
    }

    // Within C#, what stands behind the colon may be any expression.
    private static Task Copy(MagicContext context, string language, string source, string name) => (context.Language, language) switch
    {
        ("csharp", "csharp" or "value") => context.RunCSharp($"var {name} = {source};", 0),
        _ => SharedVariable.TakeAsync(context, language, source, name),
    };
}
