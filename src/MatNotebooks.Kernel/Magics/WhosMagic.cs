using System.CommandLine;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.FSharp;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!whos</c>: the variables with their types, sizes and values.</summary>
internal sealed class WhosMagic : IMagic
{
    private readonly Argument<string[]> namesArgument = new("names") { Arity = ArgumentArity.ZeroOrMore, Description = "Only these variables." };

    public string Name => "#!whos";

    public string Summary => "Lists the variables with type, shape or count, and the beginning of the value.";

    public bool TakesBody => false;

    public void Describe(Command command) => command.Add(namesArgument);

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        var all = context.Variables.Select(Describe).Concat(context.Functions.Select(Describe)).ToArray();
        var asked = arguments.GetValue(namesArgument) ?? [];
        foreach (var name in asked.Except(all.Select(line => line.Name)))
            throw new MagicException($"#!whos: there is no variable '{name}'.{NearestName.Hint(name, all.Select(line => line.Name))}");
        var lines = all.Where(line => asked.Length == 0 || asked.Contains(line.Name)).ToArray();
        context.Show(lines.Length == 0 ? "There are no variables yet." : lines);
        return Task.CompletedTask;
    }

    private static Line Describe(NamedValue variable) =>
        new(variable.Name, TypeNames.Of(variable.Type), ShortValue.Size(variable.Value), ShortValue.Words(variable.Value));

    private static Line Describe(FSharpFunction function) => new(function.Name, function.Type, "", "function");

    private sealed record Line(string Name, string Type, string Size, string Value);
}
