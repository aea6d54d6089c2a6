using System.Text;
using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Visuals.Assets;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Charts.Marks;

/// <summary>Points, each with its own label on hover, in one colour or coloured by a value.</summary>
internal sealed record PointMark(IReadOnlyList<double> X, IReadOnlyList<double> Y) : Mark
{
    private const int MostSingle = 500;   // beyond, points share a few paths so that the picture stays small
    private const int MostDrawn = 4000;   // beyond, plotly draws them by WebGL
    private const int Layers = 8;         // crowded points still add up to darker spots

    internal double Size { get; init; } = 7;

    internal Symbol Symbol { get; init; }

    internal double Opacity { get; init; } = 0.85;

    /// <summary>What each point is called; null where points have no names.</summary>
    internal IReadOnlyList<string>? Labels { get; init; }

    /// <summary>Whether the label is all that a point says on hover: where x and y are places on paper alone, or the label holds the numbers.</summary>
    internal bool LabelsAlone { get; init; }

    internal ErrorBars? Errors { get; init; }

    /// <summary>Values that colour the points on the panel's colour bar.</summary>
    internal IReadOnlyList<double>? Values { get; init; }

    /// <summary>Whether the legend shows a line through the point.</summary>
    internal bool OnLine { get; init; }

    internal override LegendEntry? Legend => Name is null ? null : new(Name, Color, OnLine ? LegendKey.LineWithPoint : LegendKey.Point, Symbol);

    internal override Interval XExtent(bool logarithmic) => Interval.Of(X, logarithmic);

    internal override Interval YExtent(bool logarithmic) => Interval.Of(Errors is null ? Y : Y.Concat(Errors.Ends(Y)), logarithmic);

    internal override IEnumerable<JsonObject> Traces(TraceContext context)
    {
        var trace = new JsonObject
        {
            ["type"] = X.Count > MostDrawn ? "scattergl" : "scatter",
            ["mode"] = "markers",
            ["x"] = PageJson.Numbers(X),
            ["y"] = PageJson.Numbers(Y),
            ["marker"] = Marker(context),
            ["hovertemplate"] = LabelsAlone ? $"%{{text}}<extra>{TraceContext.Plain(Name ?? "")}</extra>" : context.Hover(Name, Labels is not null, Values is not null),
        };
        if (Labels is not null) trace["text"] = PageJson.Texts(Labels.Select(TraceContext.Plain));
        if (Errors is not null) trace["error_y"] = Errors.ToJson(Color);
        if ((OnLine || Values is not null) && Name is not null) yield return Key();
        yield return trace;
    }

    // For the legend alone: a line with a point, where the line itself is another mark; or one colour, where a value gives each point its own.
    private JsonObject Key() => new()
    {
        ["type"] = "scatter",
        ["mode"] = OnLine ? "lines+markers" : "markers",
        ["x"] = new JsonArray((JsonNode?)null),
        ["y"] = new JsonArray((JsonNode?)null),
        ["line"] = new JsonObject { ["color"] = Color, ["width"] = 2.2 },
        ["marker"] = new JsonObject { ["color"] = Color, ["size"] = Size, ["symbol"] = PlotlySymbol },
        ["hoverinfo"] = "skip",
    };

    // White parts points of one colour; what is coloured by value may itself be nearly white.
    private string Rim => Values is null ? Theme.Paper : Theme.Line;

    private string PlotlySymbol => Symbol switch
    {
        Symbol.Square => "square",
        Symbol.Diamond => "diamond",
        Symbol.Triangle => "triangle-up",
        Symbol.Cross => "x-thin-open",
        _ => "circle",
    };

    private JsonObject Marker(TraceContext context)
    {
        var ring = Symbol == Symbol.Ring;
        var marker = new JsonObject
        {
            ["size"] = ring ? Size - 1 : Size,
            ["opacity"] = Opacity,
            ["symbol"] = PlotlySymbol,
            ["line"] = new JsonObject { ["color"] = ring ? Color : Rim, ["width"] = ring ? 1.6 : X.Count > MostSingle ? 0 : 0.6 },
            ["color"] = ring ? "#ffffff" : Color,
        };
        if (Symbol == Symbol.Cross) marker["line"] = new JsonObject { ["color"] = Color, ["width"] = 2 };
        if (Values is null) return marker;
        marker["color"] = PageJson.Numbers(Values);
        marker["coloraxis"] = context.ColorAxis;
        return marker;
    }

    internal override void Draw(SvgCanvas canvas, Frame frame)
    {
        var places = X.Select((x, i) => (Index: i, X: frame.X.At(x), Y: frame.Y.At(Y[i])))
            .Where(place => double.IsFinite(place.X + place.Y)).ToArray();
        if (Errors is not null)
            foreach (var place in places) Errors.DrawVertical(canvas, place.X, frame.Y, Y[place.Index], place.Index, Color);
        if (places.Length > MostSingle) DrawCrowd(canvas, frame, places);
        else
            foreach (var place in places)
                SvgSymbol.Draw(canvas, Symbol, place.X, place.Y, Size, ColorOf(place.Index, frame), Opacity, Rim);
    }

    private string ColorOf(int index, Frame frame) =>
        Values is null || frame.Panel.ColorBar is not { } bar ? Color : bar.Scale.Of(Values[index], bar.Range);

    // A subpath of no length with round caps is a dot: some ten letters for a point.
    private void DrawCrowd(SvgCanvas canvas, Frame frame, (int Index, double X, double Y)[] places)
    {
        foreach (var color in places.GroupBy(place => Binned(place.Index, frame)).OrderBy(group => group.Key, StringComparer.Ordinal))
            foreach (var layer in color.Select((place, i) => (place, i)).GroupBy(pair => pair.i % Layers))
            {
                var path = new StringBuilder();
                foreach (var (place, _) in layer)
                    path.Append('M').Append(place.X.ToString("0.#")).Append(' ').Append(place.Y.ToString("0.#")).Append("h0");
                canvas.Stroke(path.ToString(), color.Key, Math.Min(Size, 5), opacity: Opacity * 0.7);
            }
    }

    private string Binned(int index, Frame frame)
    {
        if (Values is null || frame.Panel.ColorBar is not { } bar) return Color;
        var share = bar.Range.Length > 0 ? (Values[index] - bar.Range.Low) / bar.Range.Length : 0.5;
        return bar.Scale.At(Math.Round(Math.Clamp(share, 0, 1) * 15) / 15);
    }
}
