using System.Text;

namespace MatNotebooks.Formatting;

/// <summary>A small table of HTML; colours are the page's own.</summary>
internal sealed class FactTable
{
    private const string CellStyle = "padding:2px 14px 2px 2px;text-align:";

    private readonly StringBuilder rows = new();
    private readonly string caption;

    /// <param name="caption">What the table is of, as HTML.</param>
    public FactTable(string caption) => this.caption = caption;

    /// <summary>A fact and its value, with its unit; left out where there is no value.</summary>
    public FactTable Add(string fact, string? value)
    {
        if (value is not null) rows.Append("<tr>").Append(Cell("td", fact, "left")).Append(Cell("td", value, "left")).Append("</tr>");
        return this;
    }

    /// <summary>A number to six digits, with its unit; left out where there is none.</summary>
    public FactTable Add(string fact, double? value, string unit = "") =>
        Add(fact, value is { } number ? $"{number:G6}{(unit.Length == 0 ? "" : " " + unit)}" : null);

    /// <summary>A row of heads.</summary>
    public FactTable Heads(params IEnumerable<string> heads) => Row("th", heads);

    /// <summary>A row of texts and numbers: the first stands left, the others right.</summary>
    public FactTable Row(params IEnumerable<string> cells) => Row("td", cells);

    public override string ToString() =>
        $"<table class=\"matnb-facts\" style=\"border-collapse:collapse;font-variant-numeric:tabular-nums\"><caption style=\"text-align:left;font-weight:600;padding:2px;color:inherit\">{caption}</caption><tbody>{rows}</tbody></table>";

    /// <summary>Digits of a formula lowered: Fe2O3 as Fe₂O₃.</summary>
    public static string Formula(string formula) => string.Concat(formula.Select((letter, at) =>
        char.IsAsciiDigit(letter) && at > 0 ? char.ToString((char)('₀' + (letter - '0'))) : Encode(letter.ToString())));

    /// <summary>Text as content of HTML; letters of every script stay as they are.</summary>
    public static string Encode(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private FactTable Row(string tag, IEnumerable<string> cells)
    {
        rows.Append("<tr>");
        foreach (var (index, cell) in cells.Index()) rows.Append(Cell(tag, cell, index == 0 ? "left" : "right"));
        rows.Append("</tr>");
        return this;
    }

    private static string Cell(string tag, string text, string side) => $"<{tag} style=\"{CellStyle}{side}\">{Encode(text)}</{tag}>";
}
