using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Cells;

/// <summary>
/// Which JavaScript libraries the page of a live notebook still lacks. They are displayed once, before the first figure that needs them,
/// and stay in the saved notebook as an output of that cell; when that cell runs again, its outputs are replaced, so it brings them again.
/// </summary>
internal sealed class FigureLibraries
{
    private readonly Lock gate = new();
    private readonly Dictionary<PageLibrary, string> carriers = [];

    /// <summary>A cell begins: what an earlier run of the same text brought goes with its outputs.</summary>
    public void Begin(string code)
    {
        lock (gate)
            foreach (var (library, carrier) in carriers.ToArray())
                if (carrier == code) carriers.Remove(library);
    }

    /// <summary>What must be displayed before a message of a cell; null where the page has all it needs.</summary>
    /// <param name="message">What the cell sends.</param>
    /// <param name="code">The cell's text.</param>
    public MimeBundle? MissingFor(DisplayMessage message, string code)
    {
        if (BundleOf(message)?.Forms.TryGetValue("text/html", out var html) != true) return null;
        var needed = PageLibraries.NeededBy(html!.GetValue<string>());
        if (needed == PageLibrary.None) return null;
        lock (gate)
        {
            var missing = carriers.Keys.Aggregate(needed, (left, brought) => left & ~brought);
            if (missing == PageLibrary.None) return null;
            foreach (var library in Enum.GetValues<PageLibrary>())
                if (library != PageLibrary.None && missing.HasFlag(library)) carriers[library] = code;
            return MimeBundle.OfText("(the scripts that bring figures alive)").With("text/html", PageLibraries.Scripts(missing));
        }
    }

    private static MimeBundle? BundleOf(DisplayMessage message) => message switch
    {
        DisplayMessage.Data data => data.Bundle,
        DisplayMessage.Result result => result.Bundle,
        DisplayMessage.Update update => update.Bundle,
        _ => null,
    };
}
