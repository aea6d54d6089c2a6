using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>Gives a notebook values from outside, in a cell after its parameters, as papermill does.</summary>
internal static class NotebookParameters
{
    private const string Declared = "parameters";
    private const string Injected = "injected-parameters";

    /// <summary>The parameters a notebook declares; none when no cell is tagged.</summary>
    public static ParameterCell Of(Notebook notebook)
    {
        var cell = notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.HasTag(Declared));
        return ParameterCell.Parse(cell?.Source ?? "");
    }

    /// <summary>The values a notebook runs with, as written: those declared, and those given from outside in their place.</summary>
    public static IReadOnlyDictionary<string, string> Values(Notebook notebook)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind == CellKind.Code && (cell.HasTag(Declared) || cell.HasTag(Injected))))
            foreach (var parameter in ParameterCell.Parse(cell.Source).Parameters)
                values[parameter.Name] = parameter.Default;
        return values;
    }

    /// <summary>The notebook with a cell that sets the values; one injected earlier is replaced.</summary>
    /// <exception cref="ParameterException">A value names no parameter, or does not fit it.</exception>
    public static Notebook Inject(Notebook notebook, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        if (values.Count == 0)
            return notebook;
        var code = Of(notebook).Inject(values);
        var cells = notebook.Cells.Where(cell => !cell.HasTag(Injected)).ToList();
        var at = cells.FindIndex(cell => cell.HasTag(Declared)) + 1;
        cells.Insert(at, new NotebookCell(Injected, CellKind.Code, code)
        {
            Metadata = new JsonObject { ["tags"] = new JsonArray(Injected) },
        });
        return notebook with { Cells = cells };
    }
}
