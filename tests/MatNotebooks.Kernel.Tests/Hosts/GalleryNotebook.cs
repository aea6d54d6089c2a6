using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Tests.Visuals;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>A notebook that was run and saved: every picture of the gallery is the one output of a cell, crystals at rest.</summary>
internal static class GalleryNotebook
{
    /// <summary>The pictures, in the order of the cells.</summary>
    internal static IReadOnlyList<(string Name, MimeBundle Bundle)> Pictures { get; } =
        [.. Gallery.Still.Select(entry => (entry.Name, entry.Figure.ToMimeBundle()))];

    /// <summary>As <c>matnb run</c> writes it: the page brings the libraries.</summary>
    internal static Notebook Plain { get; } = NotebookReader.Read(Text([]));

    /// <summary>As a kernel in Jupyter leaves it: the libraries are the first output of the session.</summary>
    internal static string WithLibraries { get; } = Text([Libraries]);

    /// <summary>The same from somebody else; Jupyter trusts contents, not names, so one word differs.</summary>
    internal static string Foreign { get; } = Text([Libraries, "<p>from elsewhere</p>"]);

    /// <summary>What a live kernel displays before the first figure.</summary>
    internal static string Libraries => PageLibraries.Scripts(
        Pictures.Aggregate(PageLibrary.None, (needed, picture) => needed | PageLibraries.NeededBy(Html(picture.Bundle))));

    internal static string Html(MimeBundle bundle) => bundle.Forms.TryGetValue("text/html", out var html) ? html.GetValue<string>() : "";

    /// <summary>The static picture; null for what has none, such as a table.</summary>
    internal static string? Svg(MimeBundle bundle) => bundle.Forms.TryGetValue("image/svg+xml", out var svg) ? svg.GetValue<string>() : null;

    private static string Text(string[] before)
    {
        var cells = Pictures.Select((picture, index) => Cell(picture.Name, CellOutputs.Forms(picture.Bundle), index == 0 ? before : []));
        return new JsonObject
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = "Python 3", ["language"] = "python", ["name"] = "python3" }, // there in every Jupyter; it runs nothing
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        }.ToJsonString();
    }

    private static JsonNode Cell(string name, JsonObject data, string[] before) => new JsonObject
    {
        ["cell_type"] = "code",
        ["execution_count"] = 1,
        ["metadata"] = new JsonObject(),
        ["source"] = name,
        ["outputs"] = new JsonArray([.. before.Select(html => Output(new JsonObject { ["text/html"] = html, ["text/plain"] = "(libraries)" })), Output(data)]),
    };

    private static JsonObject Output(JsonObject data) => new() { ["output_type"] = "display_data", ["metadata"] = new JsonObject(), ["data"] = data };
}
