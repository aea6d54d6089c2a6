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
        var variables = context.Variables.ToArray();
        var asked = arguments.GetValue(namesArgument) ?? [];
        foreach (var name in asked.Except(variables.Select(variable => variable.Name)))
            throw new MagicException($"#!whos: there is no variable '{name}'.{NearestName.Hint(name, variables.Select(variable => variable.Name))}");
        var lines = variables.Where(variable => asked.Length == 0 || asked.Contains(variable.Name)).Select(Describe).ToArray();
        context.Show(lines.Length == 0 ? "There are no variables yet." : lines);
        return Task.CompletedTask;
    }

    private static Line Describe(NamedValue variable) =>
        new(variable.Name, TypeNames.Of(variable.Type), ShortValue.Size(variable.Value), ShortValue.Words(variable.Value));

    private sealed record Line(string Name, string Type, string Size, string Value);
}
