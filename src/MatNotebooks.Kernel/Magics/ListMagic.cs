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
        context.Show(MagicCatalogue.All.Select(magic => new Line(magic.Name, magic.Summary)));
        return Task.CompletedTask;
    }

    private sealed record Line(string Magic, string Meaning);
}
