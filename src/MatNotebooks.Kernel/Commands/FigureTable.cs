using MatNotebooks.Kernel.Notebooks;
using MatNotebooks.Kernel.Notebooks.Format;
using Spectre.Console;

namespace MatNotebooks.Kernel.Commands;

/// <summary>The main figures of all notebooks of one run, printed once at its end.</summary>
internal sealed class FigureTable
{
    private readonly List<(string Title, string Name, string Amount)> rows = [];

    public void Add(Notebook notebook) => rows.AddRange(ReportedFigures.Of(notebook));

    public void Print(IAnsiConsole console)
    {
        foreach (var title in rows.GroupBy(row => row.Title))
        {
            var table = new Table { Border = TableBorder.Simple, ShowHeaders = false, Title = new TableTitle(Markup.Escape(title.Key)) };
            table.AddColumn("").AddColumn(new TableColumn("").RightAligned());
            foreach (var row in title)
                table.AddRow(Markup.Escape(row.Name), Markup.Escape(row.Amount));
            console.Write(table);
        }
    }
}
