using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace MatNotebooks.Kernel.Visuals.Charts.Svg;

/// <summary>Writes SVG elements.</summary>
internal sealed class SvgCanvas(double width, double height)
{
    // Stands for a prefix of the finished picture's own: two pictures inlined in one page must not share ids.
    private const string Own = "§";

    private readonly StringBuilder body = new();
    private int clips;

    internal double Width { get; } = width;

    internal double Height { get; } = height;

    internal static string Number(double value) => Math.Round(value, 2).ToString("0.##");

    /// <summary>A name that no other picture has.</summary>
    internal static string Id(string name) => Own + name;

    internal static string Reference(string name) => $"url(#{Id(name)})";

    internal void Element(string name, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        Open(name, attributes);
        body.Insert(body.Length - 2, '/');
    }

    internal void Line(double x1, double y1, double x2, double y2, string color, double width = 1, string? dash = null) => Element(
        "line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", color), ("stroke-width", width), ("stroke-dasharray", dash));

    internal void Rectangle(Box box, string fill, double opacity = 1, string? stroke = null, double radius = 0) => Element(
        "rect", ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height), ("rx", radius > 0 ? radius : default(SvgValue)),
        ("fill", fill), ("fill-opacity", Opacity(opacity)), ("stroke", stroke));

    internal void Circle(double x, double y, double radius, string fill, string stroke, double strokeWidth, double opacity = 1) => Element(
        "circle", ("cx", x), ("cy", y), ("r", radius), ("fill", fill), ("fill-opacity", Opacity(opacity)),
        ("stroke", stroke), ("stroke-width", strokeWidth));

    internal void Stroke(string path, string color, double width, string? dash = null, double opacity = 1, string? ends = null) => Element(
        "path", ("d", path), ("fill", "none"), ("stroke", color), ("stroke-width", width), ("stroke-linejoin", "round"),
        ("stroke-linecap", ends ?? (dash is null ? "round" : "butt")), ("stroke-dasharray", dash), ("stroke-opacity", Opacity(opacity)));

    internal void Fill(string path, string color, double opacity = 1, string? stroke = null) =>
        Element("path", ("d", path), ("fill", color), ("fill-opacity", Opacity(opacity)), ("stroke", stroke));

    /// <summary>Text at a point; <paramref name="anchor"/> is start, middle or end; the angle turns clockwise | degrees.</summary>
    internal void Text(
        double x, double y, string text, double size, string color = Theme.Ink, string anchor = "start", double angle = 0, bool bold = false)
    {
        Open(
            "text", ("x", x), ("y", y), ("font-size", size), ("fill", color), ("text-anchor", anchor == "start" ? null : anchor),
            ("font-weight", bold ? "600" : null), ("transform", angle == 0 ? null : $"rotate({Number(angle)} {Number(x)} {Number(y)})"));
        body.Length--;
        body.Append(WebUtility.HtmlEncode(text)).Append("</text>\n");
    }

    /// <summary>A ball's shading under a name of its own: lit from the upper left.</summary>
    internal void Shading(string name, string light, string color, string dark)
    {
        Open("radialGradient", ("id", Id(name)), ("cx", 0.36), ("cy", 0.32), ("r", 0.72));
        Element("stop", ("offset", 0), ("stop-color", light));
        Element("stop", ("offset", 0.45), ("stop-color", color));
        Element("stop", ("offset", 1), ("stop-color", dark));
        Close("radialGradient");
    }

    /// <summary>What is drawn from here to <see cref="Unclip"/> shows only inside the box.</summary>
    internal void Clip(Box box)
    {
        var name = "clip" + ++clips;
        Open("clipPath", ("id", Id(name)));
        Element("rect", ("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height));
        Close("clipPath");
        Open("g", ("clip-path", Reference(name)));
    }

    internal void Unclip() => Close("g");

    /// <summary>The whole picture on its white card.</summary>
    internal string Picture(string description)
    {
        var drawn = body.ToString();
        var prefix = "s" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(drawn)))[..8];
        var (wide, high) = (Number(Width), Number(Height));
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" font-family="{Theme.FontFamily}" role="img">
            <title>{WebUtility.HtmlEncode(description)}</title>
            <rect width="100%" height="100%" rx="6" fill="{Theme.Paper}"/>
            {drawn.Replace($"\"{Own}", $"\"{prefix}").Replace($"#{Own}", $"#{prefix}")}</svg>

            """;
    }

    private void Open(string name, params ReadOnlySpan<(string Name, SvgValue Value)> attributes)
    {
        body.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
            if (value.Text is { } text) body.Append(' ').Append(attribute).Append("=\"").Append(text).Append('"');
        body.Append(">\n");
    }

    private void Close(string name) => body.Append("</").Append(name).Append(">\n");

    private static SvgValue Opacity(double opacity) => opacity >= 1 ? default(SvgValue) : opacity;
}
