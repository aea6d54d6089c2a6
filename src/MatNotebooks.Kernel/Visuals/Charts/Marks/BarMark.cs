using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>Bars from zero, upright or lying.</summary>
/// <param name="At">Where each bar stands, its middle.</param>
/// <param name="Values">How far each reaches.</param>
/// <param name="Thickness">Thickness of every bar in units of the axis it stands on.</param>
internal sealed record BarMark(IReadOnlyList<double> At, IReadOnlyList<double> Values, double Thickness) : Mark
{
    internal bool Lying { get; init; }

    internal double Opacity { get; init; } = 1;

    /// <summary>What each bar is called on hover.</summary>
    internal IReadOnlyList<string>? Labels { get; init; }

    internal ErrorBars? Errors { get; init; }

    internal override LegendEntry? Legend => Name is null ? null : new(Name, Color, LegendKey.Box);

    internal override Interval XExtent(bool logarithmic) => Lying ? Reach(logarithmic) : Stand();

    internal override Interval YExtent(bool logarithmic) => Lying ? Stand() : Reach(logarithmic);

    internal override IEnumerable<JsonObject> Traces(TraceContext context)
    {
        var trace = new JsonObject
        {
            ["type"] = "bar",
            ["orientation"] = Lying ? "h" : "v",
            ["x"] = PageJson.Numbers(Lying ? Values : At),
            ["y"] = PageJson.Numbers(Lying ? At : Values),
            ["width"] = PageJson.Number(Thickness),
            ["marker"] = new JsonObject
            {
                ["color"] = Color,
                ["opacity"] = Opacity,
                ["line"] = new JsonObject { ["color"] = Theme.Paper, ["width"] = 0.6 },
            },
            ["hovertemplate"] = Hover(context),
        };
        if (Labels is not null) trace["hovertext"] = PageJson.Texts(Labels.Select(TraceContext.Plain));
        if (Errors is not null) trace[Lying ? "error_x" : "error_y"] = Errors.ToJson(Theme.Ink);
        yield return trace;
    }

    internal override void Draw(SvgCanvas canvas, Frame frame)
    {
        var (stand, reach) = Lying ? (frame.Y, frame.X) : (frame.X, frame.Y);
        var zero = reach.Logarithmic ? reach.From : reach.At(0);
        for (var i = 0; i < At.Count; i++)
        {
            var (middle, end, half) = (stand.At(At[i]), reach.At(Values[i]), Thickness * stand.PixelsPerUnit / 2);
            if (!double.IsFinite(middle + end)) continue;
            var (low, length) = (Math.Min(zero, end), Math.Abs(end - zero));
            canvas.Rectangle(Lying ? new(low, middle - half, length, 2 * half) : new(middle - half, low, 2 * half, length), Color, Opacity, "#fff");
            if (Errors is null) continue;
            if (Lying) Errors.DrawHorizontal(canvas, middle, reach, Values[i], i, Theme.Ink);
            else Errors.DrawVertical(canvas, middle, reach, Values[i], i, Theme.Ink);
        }
    }

    private string Hover(TraceContext context)
    {
        var (title, value) = Lying ? (context.XTitle, "x") : (context.YTitle, "y");
        var label = Labels is null ? "" : "<b>%{hovertext}</b><br>";
        return $"{label}{TraceContext.Plain(title)} %{{{value}:.5~g}}<extra>{TraceContext.Plain(Name ?? "")}</extra>";
    }

    private Interval Stand() => Interval.Of(At.SelectMany(at => new[] { at - (Thickness / 2), at + (Thickness / 2) }));

    private Interval Reach(bool logarithmic) =>
        Interval.Of((Errors is null ? Values : Values.Concat(Errors.Ends(Values))).Concat(logarithmic ? [] : [0.0]), logarithmic);
}
