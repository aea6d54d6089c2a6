namespace MatNotebooks.Kernel.Display.Foreign;

/// <summary>
/// Charts and tables of libraries that users bring and that .NET Interactive had extensions for. They are known by the
/// names of their types and members; no reference to the libraries is needed.
/// </summary>
internal static class ForeignValue
{
    /// <summary>The bundle of such a value; null for any other.</summary>
    public static MimeBundle? TryOf(object value) =>
        DeedleTable.TryOf(value) ?? PlotlyNetChart.TryOf(value) ?? XPlotChart.TryOf(value);

    /// <summary>The type and those it derives from.</summary>
    public static IEnumerable<Type> Ancestry(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }
}
