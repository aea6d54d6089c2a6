using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>Something drawn between two axes; knows its reach, its plotly trace and its static picture.</summary>
internal abstract record Mark
{
    /// <summary>Name in the legend and on hover; null for neither.</summary>
    internal string? Name { get; init; }

    internal string Color { get; init; } = Palette.ColorOf(0);

    /// <summary>Its entry in the legend, null for none.</summary>
    internal virtual LegendEntry? Legend => null;

    internal abstract Interval XExtent(bool logarithmic);

    internal abstract Interval YExtent(bool logarithmic);

    /// <summary>Its plotly traces, without axes and legend, which the chart adds.</summary>
    internal abstract IEnumerable<JsonObject> Traces(TraceContext context);

    internal abstract void Draw(SvgCanvas canvas, Frame frame);
}
