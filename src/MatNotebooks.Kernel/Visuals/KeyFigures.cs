using System.Net;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>The main numbers of a notebook: a table in the page, and the lines that <c>matnb run</c> closes with.</summary>
/// <param name="Title">What the numbers are about.</param>
/// <param name="Figures">The numbers, in the order they are read.</param>
public sealed record KeyFigures(string Title, IReadOnlyList<KeyFigure> Figures) : IRichDisplay
{
    /// <summary>The form by which a runner finds the numbers among all outputs.</summary>
    internal const string MimeType = "application/vnd.matnotebooks.figures+json";

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => new MimeBundle()
        .With(MimeType, ToJson())
        .With("text/html", ToHtml())
        .With("text/plain", string.Join('\n', Figures.Select(figure => figure.ToString()).Prepend(Title)));

    private JsonObject ToJson() => new()
    {
        ["title"] = Title,
        ["figures"] = new JsonArray([.. Figures.Select(figure => (JsonNode)new JsonObject
        {
            ["name"] = figure.Name,
            ["amount"] = figure.Amount,
            ["value"] = double.IsFinite(figure.Value) ? figure.Value : null,
            ["unit"] = figure.Unit,
            ["lower"] = figure.Lower,
            ["upper"] = figure.Upper,
        })]),
    };

    private string ToHtml()
    {
        var rows = Figures.Select(figure => $"<tr><td style=\"text-align:left\">{WebUtility.HtmlEncode(figure.Name)}</td><td style=\"text-align:right\">{WebUtility.HtmlEncode(figure.Amount)}</td></tr>");
        return $"<table><caption style=\"text-align:left;font-weight:600\">{WebUtility.HtmlEncode(Title)}</caption><tbody>{string.Concat(rows)}</tbody></table>";
    }
}
