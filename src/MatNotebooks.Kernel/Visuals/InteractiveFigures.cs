using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals.Assets;
using Microsoft.DotNet.Interactive.Formatting;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>
/// The figures in .NET Interactive, for those who still run it: the package's <c>interactive-extensions/dotnet/extension.dib</c> calls
/// <see cref="Register"/>. Our own kernel needs none of it.
/// </summary>
public static class InteractiveFigures
{
    private const string Html = "text/html";

    private static PageLibrary sent;

    /// <summary>
    /// Teaches the formatting package of the host how everything that displays itself looks: as live HTML with its static picture in it,
    /// and as words. The first figure of a session brings the JavaScript libraries it needs.
    /// </summary>
    public static void Register()
    {
        sent = PageLibrary.None;
        Formatter.SetPreferredMimeTypesFor(typeof(IRichDisplay), Html);
        Formatter.Register(typeof(IRichDisplay), (value, writer) => writer.Write(Page(((IRichDisplay)value).ToMimeBundle())), Html);
        Formatter.Register(typeof(IRichDisplay), (value, writer) => writer.Write(((IRichDisplay)value).ToMimeBundle().PlainText), "text/plain");
    }

    private static string Page(MimeBundle bundle)
    {
        if (!bundle.Forms.TryGetValue(Html, out var html)) return $"<pre>{HtmlText.Encode(bundle.PlainText)}</pre>";
        var text = html.GetValue<string>();
        var missing = PageLibraries.NeededBy(text) & ~sent;
        sent |= missing;
        return PageLibraries.Scripts(missing) + text;
    }
}
