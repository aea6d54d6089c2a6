using System.Text;

namespace MatNotebooks.Kernel.Notebooks.Formulas;

/// <summary>What stands between \begin and \end: matrices, cases, aligned equations.</summary>
internal sealed class TexTable(TexReader reader, Func<string[], string> row)
{
    private const string End = "\\end";
    private bool closed;

    /// <summary>The environment whose \begin was just taken.</summary>
    public string Read()
    {
        var name = reader.RawGroup().TrimEnd('*');
        var (open, close, alignment) = name switch
        {
            "matrix" or "smallmatrix" => ("", "", "center"),
            "pmatrix" => ("(", ")", "center"),
            "bmatrix" => ("[", "]", "center"),
            "Bmatrix" => ("{", "}", "center"),
            "vmatrix" => ("|", "|", "center"),
            "Vmatrix" => ("∥", "∥", "center"),
            "cases" => ("{", "", "left"),
            "aligned" or "align" or "split" or "eqnarray" => ("", "", "align"),
            "gathered" or "gather" or "equation" => ("", "", "center"),
            "array" => ("", "", "center"),
            _ => throw new TexException($"The environment {name} is not known."),
        };
        if (name == "array")
            reader.RawGroup(); // its columns' alignment; centred is near enough
        var table = new StringBuilder("<mtable>");
        while (!AtEnd(name))
            table.Append(Line(name, alignment));
        return $"<mrow>{Fence(open)}{table.Append("</mtable>")}{Fence(close)}</mrow>";
    }

    private string Line(string name, string alignment)
    {
        var cells = new StringBuilder("<mtr>");
        for (var column = 0; ; column++)
        {
            var cell = row(["&", "\\\\", End]);
            var end = reader.Last;
            var side = alignment == "align" ? column % 2 == 0 ? "right" : "left" : alignment;
            // The second form is what Chromium needs to move a whole row of a formula.
            cells.Append($"<mtd style=\"text-align:{side};text-align:-webkit-{side}\">{cell}</mtd>");
            if (end == End)
                Close(name);
            if (end != "&")
                return cells.Append("</mtr>").ToString();
        }
    }

    private bool AtEnd(string name)
    {
        // Also after a last line break: "... \\ \end{matrix}".
        if (!closed && reader.Take(End))
            Close(name);
        return closed;
    }

    private void Close(string name) =>
        closed = reader.RawGroup().TrimEnd('*') == name ? true : throw new TexException($"\\begin{{{name}}} is closed by another \\end.");

    private static string Fence(string fence) => fence.Length == 0 ? "" : $"<mo fence=\"true\" stretchy=\"true\">{fence}</mo>";
}
