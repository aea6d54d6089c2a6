using System.CommandLine;

namespace MatNotebooks.Kernel.Magics;

/// <summary><c>#!lsmagic</c>: what magics there are.</summary>
internal sealed class ListMagic : IMagic
{
    public string Name => "#!lsmagic";

    public string Summary => "Lists the magics; each explains itself with -h.";

    public bool TakesBody => false;

    public void Describe(Command command)
    {
    }

    public Task RunAsync(ParseResult arguments, string body, MagicContext context)
    {
        context.Show(MagicCatalogue.Groups.SelectMany(group => group.Value.Select((magic, place) => new Line(place == 0 ? group.Key.ToString() : "", magic.Name, magic.Summary))));
        return Task.CompletedTask;
    }

    private sealed record Line(string Group, string Magic, string Meaning);
}
