using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MatNotebooks.NotebookTests;

/// <summary>Every notebook of the repository runs from the command line, on its small settings where it has them.</summary>
public sealed class NotebookTests
{
    public static TheoryData<string> Paths => [.. Folders
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ipynb"))
        .Order(StringComparer.Ordinal)
        .Select(path => Path.GetRelativePath(MatnbProcess.Root, path))];

    private static IEnumerable<string> Folders =>
        new[] { "notebooks", "notebooks/teaching", "tests/Notebooks/cases" }.Select(folder => Path.Combine(MatnbProcess.Root, folder));

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task It_runs_without_errors_and_its_figures_show_something(string path)
    {
        var source = Path.Combine(MatnbProcess.Root, path);
        var output = Directory.CreateTempSubdirectory("matnb").FullName;
        var run = await MatnbProcess.RunAsync(MatnbProcess.Root, ["run", source, "--html", "-o", output, "--timeout", "300", .. Small(source)]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);

        var executed = new ExecutedNotebook(Path.Combine(output, Path.GetFileName(path)));
        Assert.DoesNotContain(executed.Outputs, cell => (string?)cell["output_type"] == "error");
        Assert.All(executed.CodeCells, cell => Assert.NotNull(cell["execution_count"]));
        Assert.All(executed.Bundles, bundle => Assert.NotEqual("", ExecutedNotebook.Text(bundle["text/plain"])));
        Assert.All(executed.Bundles, ShowsSomething);
        foreach (Match figure in Regex.Matches(string.Concat(executed.Bundles.Select(bundle => ExecutedNotebook.Text(bundle["text/html"]))), "data-matnb=\"[^\"]+\""))
            Assert.Contains(figure.Value, executed.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("""<(script|link|img)[^>]+(src|href)="https?:""", executed.Html);
    }

    private static string[] Small(string notebook)
    {
        var parameters = ExecutedNotebook.Parameters(notebook);
        if (Regex.IsMatch(parameters, @"\bbool\s+quick\b")) return ["-p", "quick=true"];
        return Regex.IsMatch(parameters, @"\bvar\s+epochs\b") ? ["-p", "epochs=10"] : [];
    }

    private static void ShowsSomething(JsonObject bundle)
    {
        if (bundle["application/vnd.plotly.v1+json"] is JsonObject chart)
            Assert.NotEmpty(chart["data"]!.AsArray());
        if (bundle["image/svg+xml"] is { } picture)
            Assert.True(Regex.Count(ExecutedNotebook.Text(picture), "<(path|circle|line|rect|text|polyline|polygon)\\b") > 3, "a picture without shapes");
    }
}
