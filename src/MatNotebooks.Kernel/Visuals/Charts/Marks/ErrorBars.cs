using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>Uncertainty of each value: how far it reaches below and above, both 0 or more.</summary>
internal sealed record ErrorBars(IReadOnlyList<double> Below, IReadOnlyList<double> Above)
{
    internal IEnumerable<double> Ends(IReadOnlyList<double> values) =>
        values.SelectMany((value, i) => new[] { value - Below[i], value + Above[i] });

    internal JsonObject ToJson(string color) => new()
    {
        ["type"] = "data",
        ["symmetric"] = false,
        ["array"] = PageJson.Numbers(Above),
        ["arrayminus"] = PageJson.Numbers(Below),
        ["color"] = color,
        ["thickness"] = 1.3,
        ["width"] = 3,
    };

    /// <summary>A whisker along y with its two caps.</summary>
    internal void DrawVertical(SvgCanvas canvas, double x, Scale scale, double value, int index, string color)
    {
        var (low, high) = (scale.At(value - Below[index]), scale.At(value + Above[index]));
        if (!double.IsFinite(x + low + high)) return;
        var (left, right, bottom, top) = (SvgCanvas.Number(x - 3), SvgCanvas.Number(x + 3), SvgCanvas.Number(low), SvgCanvas.Number(high));
        canvas.Stroke($"M{left} {bottom}H{right}M{left} {top}H{right}M{SvgCanvas.Number(x)} {bottom}V{top}", color, 1.3);
    }

    /// <summary>A whisker along x with its two caps.</summary>
    internal void DrawHorizontal(SvgCanvas canvas, double y, Scale scale, double value, int index, string color)
    {
        var (low, high) = (scale.At(value - Below[index]), scale.At(value + Above[index]));
        if (!double.IsFinite(y + low + high)) return;
        var (top, bottom, left, right) = (SvgCanvas.Number(y - 3), SvgCanvas.Number(y + 3), SvgCanvas.Number(low), SvgCanvas.Number(high));
        canvas.Stroke($"M{left} {top}V{bottom}M{right} {top}V{bottom}M{left} {SvgCanvas.Number(y)}H{right}", color, 1.3);
    }
}
