using System.CommandLine;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Magics;

namespace MatNotebooks.Kernel.Cells;

/// <summary>Reads one magic line and does what it says.</summary>
internal static class MagicLine
{
    // "@csharp:x" names a variable, not a file of options.
    private static readonly ParserConfiguration NoFiles = new() { ResponseFileTokenReplacer = null };

    /// <exception cref="MagicException">There is no such magic, or its options are wrong.</exception>
    public static async Task RunAsync(CellSection section, MagicContext context)
    {
        var name = section.MagicName!;
        var magic = MagicCatalogue.Find(name) ?? throw new MagicException(
            $"There is no magic {name}.{NearestName.Hint(name, MagicCatalogue.All.Select(known => known.Name))} #!lsmagic lists them all.");
        var parsed = MagicCompletion.Command(magic).Parse(section.MagicLine![name.Length..].Trim(), NoFiles);
        if (parsed.Errors.Count > 0)
            throw new MagicException($"{name}: {parsed.Errors[0].Message} {name} -h explains it.");
        if (parsed.Action is System.CommandLine.Help.HelpAction)
        {
            context.Show(Help(parsed, name));
            return;
        }
        await magic.RunAsync(parsed, section.Body, context with { BodyLine = section.BodyLine, Language = section.Language });
    }

    /// <summary>What <c>-h</c> says of a magic.</summary>
    public static string Help(IMagic magic) => Help(MagicCompletion.Command(magic).Parse("-h", NoFiles), magic.Name);

    private static string Help(ParseResult parsed, string name)
    {
        using var text = new StringWriter();
        parsed.Invoke(new InvocationConfiguration { Output = text, Error = text });
        return text.ToString().Replace(RootCommand.ExecutableName, name, StringComparison.Ordinal).TrimEnd();
    }
}
