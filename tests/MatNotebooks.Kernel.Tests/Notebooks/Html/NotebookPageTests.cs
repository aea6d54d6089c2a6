using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Notebooks.Html;

namespace MatNotebooks.Kernel.Tests.Notebooks.Html;

public sealed class NotebookPageTests
{
    /// <summary>The page as it was reviewed: NotebookPage.html beside this file. MATNB_ACCEPT=1 writes it anew.</summary>
    [Fact]
    public void The_page_is_the_one_reviewed()
    {
        var page = Regex.Replace(NotebookPage.Render(Small(), "small", null), "<style>.*?</style>", "<style></style>", RegexOptions.Singleline);
        var path = Path.Combine(Path.GetDirectoryName(Here())!, "NotebookPage.html");
        if (Environment.GetEnvironmentVariable("MATNB_ACCEPT") == "1")
            File.WriteAllText(path, page);
        Assert.Equal(File.ReadAllText(path), page);
    }

    [Fact]
    public void Nothing_in_a_notebook_can_break_out_of_its_place()
    {
        const string Bad = "</code></pre><script>alert(1)</script>";
        var page = Render(
            new NotebookCell("a", CellKind.Code, Bad)
            {
                Outputs = [Stream(Bad), new JsonObject { ["output_type"] = "error", ["ename"] = Bad, ["evalue"] = Bad, ["traceback"] = new JsonArray(Bad) }],
                Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") },
            },
            new NotebookCell("b", CellKind.Raw, Bad),
            new NotebookCell("c", CellKind.Markdown, $"`{Bad}` and ${Bad}$\n\n```\n{Bad}\n```"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<b>h</b>")]
    [InlineData("image/png", "<img alt=\"words\" src=\"data:image/png;base64,iVBO\">")]
    [InlineData("image/svg+xml", "<img alt=\"words\" src=\"data:image/svg+xml;base64,PHN2Zy8+\">")]
    [InlineData("text/markdown", "<strong>m</strong>")]
    [InlineData("text/latex", "<math display=\"block\">")]
    [InlineData("text/plain", "<pre>words</pre>")]
    public void An_output_is_shown_by_its_richest_form(string richest, string expected)
    {
        var forms = new (string Mime, string Form)[]
        {
            ("text/html", "<b>h</b>"), ("image/svg+xml", "<svg/>"), ("image/png", "iVBO\n"), ("text/markdown", "**m**"), ("text/latex", "$x$"), ("text/plain", "words"),
        };
        var data = new JsonObject(forms.SkipWhile(form => form.Mime != richest).Select(form => KeyValuePair.Create(form.Mime, (JsonNode?)form.Form)));
        if (richest != "text/plain")
            data["text/plain"] = "words";
        Assert.Contains(expected, Render(Shown(data)), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_beside_the_notebook_and_pasted_ones_become_part_of_the_page()
    {
        var folder = Directory.CreateTempSubdirectory("matnb").FullName;
        File.WriteAllBytes(Path.Combine(folder, "dot.png"), [1, 2, 3]);
        var cell = new NotebookCell("a", CellKind.Markdown, "![one](dot.png) ![two](attachment:p.png) ![three](absent.png)")
        {
            Attachments = new JsonObject { ["p.png"] = new JsonObject { ["image/png"] = "iVBO" } },
        };
        var page = NotebookPage.Render(new Notebook([cell]), "x", folder);
        Assert.Contains("src=\"data:image/png;base64,AQID\"", page, StringComparison.Ordinal);
        Assert.Contains("src=\"data:image/png;base64,iVBO\"", page, StringComparison.Ordinal);
        Assert.Contains("src=\"absent.png\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_libraries_of_figures_are_there_once_and_only_when_needed()
    {
        const string Figure = "<script>(window.matnb=window.matnb||[]).push({\"needs\":\"plotly\"});</script>";
        Assert.DoesNotContain("matnb.provide", Render(Shown(new JsonObject { ["text/html"] = "<b>x</b>" })), StringComparison.Ordinal);
        var page = Render(Shown(new JsonObject { ["text/html"] = Figure }), Shown(new JsonObject { ["text/html"] = Figure }));
        Assert.Equal(1, Regex.Count(page, "matnb\\.provide\\(\"plotly\""));
        Assert.DoesNotContain("matnb.provide(\"viewer\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_of_one_name_have_anchors_of_their_own()
    {
        var page = Render(new NotebookCell("a", CellKind.Markdown, "# Results $E$\n## Results\n## Results"));
        Assert.Contains("id=\"results\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#results-2\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"results-3\"", page, StringComparison.Ordinal);
    }

    private static Notebook Small() => new(
    [
        new NotebookCell("a", CellKind.Markdown, "# A small page\n\nEnergy $E = mc^2$ of *one* crystal & more.\n\n$$\\sum_{i=1}^N x_i$$\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n## Code"),
        new NotebookCell("b", CellKind.Code, "double cutoff = 6.0; // [Å] reach") { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") }, ExecutionCount = 1 },
        new NotebookCell("c", CellKind.Code, "#!time\nvar x = \"a<b\";\nx")
        {
            ExecutionCount = 2,
            Outputs = [Stream("printed & \u001b[31mred\u001b[0m\n"), Data(new JsonObject { ["text/plain"] = "a<b" }, "execute_result")],
        },
        new NotebookCell("d", CellKind.Code, "throw new Exception();")
        {
            ExecutionCount = 3,
            Outputs = [new JsonObject { ["output_type"] = "error", ["ename"] = "Exception", ["evalue"] = "bad", ["traceback"] = new JsonArray("Exception: bad", "Cell In[3], line 1") }],
        },
        new NotebookCell("e", CellKind.Code, ""),
    ]);

    private static string Render(params NotebookCell[] cells) => NotebookPage.Render(new Notebook(cells), "page", null);

    private static NotebookCell Shown(JsonObject data) => new("x", CellKind.Code, "x") { Outputs = [Data(data, "display_data")] };

    private static JsonObject Data(JsonObject data, string type) => new() { ["output_type"] = type, ["metadata"] = new JsonObject(), ["data"] = data };

    private static JsonObject Stream(string text) => new() { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text };

    private static string Here([CallerFilePath] string path = "") => path;
}
