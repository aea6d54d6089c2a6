using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace MatNotebooks.Kernel.Display.Foreign;

/// <summary>Deedle's frames and series as tables, through the interfaces Deedle has for .NET Interactive.</summary>
internal static class DeedleTable
{
    private const int Rows = 10;
    private const int Columns = 20;

    public static MimeBundle? TryOf(object value)
    {
        if (value.GetType().GetInterface("Deedle.Internal.IFrameFormattable") is { } frame)
            return Frame(new Member(frame, value)).With("text/plain", Plain(value));
        if (value.GetType().GetInterface("Deedle.Internal.ISeriesFormattable") is { } series)
            return Series(new Member(series, value)).With("text/plain", Plain(value));
        return null;
    }

    private static MimeBundle Frame(Member frame)
    {
        var lines = frame.Call<string[][]>("InteractiveFormat", Rows, Columns, true);
        var heads = frame.Call<int>("GetColLevels") + 1; // the last line of the head tells the types
        var dimensions = frame.Call<ITuple>("GetDimensions");
        var html = new StringBuilder("<table class=\"matnb-table\"><thead>");
        foreach (var line in lines.Take(heads))
            Line(html, line, keys: line.Length);
        html.Append("</thead><tbody>");
        foreach (var line in lines.Skip(heads))
            Line(html, line, frame.Call<int>("GetRowLevels"));
        html.Append(CultureInfo.InvariantCulture, $"</tbody></table><p>{dimensions[0]} rows × {dimensions[1]} columns{Missing(frame.Call<int>("GetMissingValueCount"))}</p>");
        return new MimeBundle().With("text/html", html.ToString());
    }

    private static MimeBundle Series(Member series)
    {
        var (keys, values) = (series.Call<int>("GetKeyCount"), series.Call<int>("GetValueCount"));
        var html = new StringBuilder("<table class=\"matnb-table\"><tbody>");
        foreach (var line in series.Call<string[][]>("InteractiveFormat", Rows))
            Line(html, line, series.Call<int>("GetKeyLevels"));
        html.Append(CultureInfo.InvariantCulture, $"</tbody></table><p>series of {keys} items{Missing(keys - values)}</p>");
        return new MimeBundle().With("text/html", html.ToString());
    }

    private static void Line(StringBuilder html, string[] cells, int keys)
    {
        html.Append("<tr>");
        for (var i = 0; i < cells.Length; i++)
            html.Append(i < keys ? "<th>" : "<td>").Append(WebUtility.HtmlEncode(cells[i])).Append(i < keys ? "</th>" : "</td>");
        html.Append("</tr>");
    }

    private static string Missing(int count) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {count} missing values");

    private static string Plain(object value) => value.GetType().GetInterface("Deedle.Internal.IFsiFormattable") is { } text
        ? new Member(text, value).Call<string>("Format")
        : value.ToString() ?? "";

    /// <summary>A value seen through an interface known by name.</summary>
    private sealed record Member(Type Interface, object Value)
    {
        public T Call<T>(string method, params object[] arguments) => (T)Interface.GetMethod(method)!.Invoke(Value, arguments)!;
    }
}
