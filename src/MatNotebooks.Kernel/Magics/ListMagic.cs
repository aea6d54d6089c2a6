using System.CommandLine;
using MatNotebooks.Kernel.Display;

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
        context.Show(new MimeBundle().With("text/plain", Text()).With("text/html", Html()));
        return Task.CompletedTask;
    }

    private static string Text() => string.Join("\n", MagicCatalogue.Groups.SelectMany(group =>
        group.Value.Select(magic => $"  {magic.Name,-14}  {magic.Summary}").Prepend(group.Key.ToString())));

    private static string Html() => "<table>" + string.Concat(MagicCatalogue.Groups.SelectMany(group => group.Value.Select((magic, place) =>
        $"<tr><th style=\"text-align:left\">{(place == 0 ? group.Key : "")}</th><td><code>{magic.Name}</code></td>" +
        $"<td style=\"text-align:left\">{HtmlText.Encode(magic.Summary)}</td></tr>"))) + "</table>";
}
