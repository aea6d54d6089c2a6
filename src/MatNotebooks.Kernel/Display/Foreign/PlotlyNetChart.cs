using System.Reflection;

namespace MatNotebooks.Kernel.Display.Foreign;

/// <summary>Plotly.NET's GenericChart, shown by its own toChartHTML, as its extension for .NET Interactive does.</summary>
internal static class PlotlyNetChart
{
    // A union inside a module up to version 4, beside one since; its cases are types below it.
    private static readonly string[] Names = ["Plotly.NET.GenericChart", "Plotly.NET.GenericChart+GenericChart", "Plotly.NET.GenericChartModule+GenericChart"];
    private static readonly string[] Modules = ["Plotly.NET.GenericChartModule", "Plotly.NET.GenericChart"];

    public static MimeBundle? TryOf(object value)
    {
        if (ForeignValue.Ancestry(value.GetType()).FirstOrDefault(type => Names.Contains(type.FullName)) is not { } chart)
            return null;
        var html = Modules.Select(name => chart.Assembly.GetType(name)?.GetMethod("toChartHTML", BindingFlags.Static | BindingFlags.Public, [chart]))
            .FirstOrDefault(method => method is not null)?.Invoke(null, [value]) as string;
        return html is null ? null : PlotlyScript.Bundle(html, "Plotly.NET chart");
    }
}
