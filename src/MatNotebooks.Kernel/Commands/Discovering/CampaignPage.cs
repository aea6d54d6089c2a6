using MatNotebooks.Frameworks.Arem.Running;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Notebooks.Html;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Commands.Discovering;

/// <summary>A discovery campaign as a page that needs nothing beside it.</summary>
internal static class CampaignPage
{
    /// <summary>Writes it.</summary>
    public static void Write(string path, CampaignReport report)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var outputs = new CellOutputs(new DisplayedOutputs());
        foreach (var value in DiscoveryFigures.All(report)) outputs.Send(new DisplayMessage.Data(ValueFormatter.ToBundle(value), null));
        var notebook = new Notebook(
        [
            new("title", CellKind.Markdown, $"# {report.Name}\n\n{report.Policy} divides {report.Place}."),
            new("campaign", CellKind.Code, "") { Outputs = outputs.ToJson() },
        ]);
        File.WriteAllText(path, NotebookPage.Render(notebook, report.Name, null));
        CampaignLines.Line($"written to {path}");
    }
}
