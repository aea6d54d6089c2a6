using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Notebooks.Html;
using MatNotebooks.Kernel.Tests.Visuals.Browser;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>Diagrams on an exported page with no network; pages without one do not carry their library.</summary>
[Collection(HostBrowser.Name)]
public sealed class MermaidPageTests(HostBrowser browser)
{
    [ChromiumFact]
    public async Task Diagrams_are_drawn_and_what_is_none_keeps_its_source()
    {
        using var folder = new PageFolder();
        await using var page = await browser.OpenAsync();
        var address = folder.Write("mermaid.html", Page("flowchart LR\n  A[CIF files] --> B(Graphs)", "sequenceDiagram\n  A->>B: \"x & <y>\"", "flowchart LR\n  A --> --> B"));
        await page.GoAsync(address);
        await page.UntilAsync("document.querySelectorAll('[data-drawn=yes]').length === 2 && document.querySelector('[data-drawn=no]')", "the diagrams");
        var boxes = await page.AskAsync<string[]>("[...document.querySelectorAll('[data-matnb]')].map(box => (box.querySelector('svg') ? 'svg ' : '') + (box.querySelector('pre') ? 'pre ' : '') + box.textContent)");
        Assert.StartsWith("svg ", boxes[0], StringComparison.Ordinal);
        Assert.Contains("CIF files", boxes[0], StringComparison.Ordinal);
        Assert.StartsWith("svg ", boxes[1], StringComparison.Ordinal);
        Assert.Contains("x & <y>", boxes[1], StringComparison.Ordinal);
        Assert.StartsWith("pre flowchart LR\n  A --> --> B", boxes[2], StringComparison.Ordinal);
        Assert.Contains("mermaid: ", boxes[2], StringComparison.Ordinal);
        Assert.Equal([address], page.Requests);
    }

    [Fact]
    public void Only_pages_with_a_diagram_carry_mermaid()
    {
        Assert.Equal(PageLibrary.Mermaid, PageLibraries.NeededBy((string)new MermaidDiagram("graph LR").ToMimeBundle().Forms["text/html"]!));
        Assert.DoesNotContain("mermaid, MIT", PageLibraries.Scripts(PageLibrary.Plotly | PageLibrary.Viewer), StringComparison.Ordinal);
        Assert.Contains("provide(\"mermaid\"", PageLibraries.Scripts(PageLibrary.Mermaid), StringComparison.Ordinal);
    }

    private static string Page(params string[] sources)
    {
        var cells = sources.Select((source, place) => new NotebookCell($"c{place}", CellKind.Code, "")
        {
            Outputs =
            [
                new JsonObject
                {
                    ["output_type"] = "display_data", ["metadata"] = new JsonObject(),
                    ["data"] = new JsonObject(new MermaidDiagram(source).ToMimeBundle().Forms.Select(form => KeyValuePair.Create(form.Key, (JsonNode?)form.Value.DeepClone()))),
                },
            ],
        });
        return NotebookPage.Render(new Notebook([.. cells]), "diagrams", null);
    }
}
