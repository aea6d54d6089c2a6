using System.CommandLine;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Session;

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
        var variables = context.Session.Variables;
        var asked = arguments.GetValue(namesArgument) ?? [];
        foreach (var name in asked.Where(name => !variables.Names.Contains(name)))
            throw new MagicException($"#!whos: there is no variable '{name}'.{NearestName.Hint(name, variables.Names)}");
        var lines = (asked.Length > 0 ? asked : variables.Names).Select(name => Describe(name, variables)).ToArray();
        context.Show(lines.Length == 0 ? "There are no variables yet." : lines);
        return Task.CompletedTask;
    }

    private static Line Describe(string name, SessionVariables variables)
    {
        variables.TryGet(name, out var value, out var type);
        return new Line(name, TypeNames.Of(type), ShortValue.Size(value), ShortValue.Words(value));
    }

    private sealed record Line(string Name, string Type, string Size, string Value);
}
