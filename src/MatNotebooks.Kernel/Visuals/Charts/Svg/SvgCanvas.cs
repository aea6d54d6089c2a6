using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace MatNotebooks.Kernel.Visuals.Charts.Svg;

/// <summary>Writes SVG elements, numbers to a hundredth of a pixel.</summary>
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

    internal void Raw(string element) => body.Append(element).Append('\n');

    internal void Line(double x1, double y1, double x2, double y2, string color, double width = 1, string? dash = null) =>
        Raw($"<line x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\" stroke=\"{color}\" stroke-width=\"{Number(width)}\"{Dash(dash)}/>");

    internal void Rectangle(Box box, string fill, double opacity = 1, string? stroke = null, double radius = 0) =>
        Raw($"<rect x=\"{Number(box.Left)}\" y=\"{Number(box.Top)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"{(radius > 0 ? $" rx=\"{Number(radius)}\"" : "")} fill=\"{fill}\"{Opacity("fill-opacity", opacity)}{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>");

    internal void Stroke(string path, string color, double width, string? dash = null, double opacity = 1) =>
        Raw($"<path d=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{Number(width)}\" stroke-linejoin=\"round\" stroke-linecap=\"{(dash is null ? "round" : "butt")}\"{Dash(dash)}{Opacity("stroke-opacity", opacity)}/>");

    internal void Fill(string path, string color, double opacity = 1, string? stroke = null) =>
        Raw($"<path d=\"{path}\" fill=\"{color}\"{Opacity("fill-opacity", opacity)}{(stroke is null ? "" : $" stroke=\"{stroke}\"")}/>");

    /// <summary>Text at a point; <paramref name="anchor"/> is start, middle or end; the angle turns clockwise | degrees.</summary>
    internal void Text(double x, double y, string text, double size, string color = Theme.Ink, string anchor = "start", double angle = 0, bool bold = false) =>
        Raw($"<text x=\"{Number(x)}\" y=\"{Number(y)}\" font-size=\"{Number(size)}\" fill=\"{color}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}{(bold ? " font-weight=\"600\"" : "")}{(angle == 0 ? "" : $" transform=\"rotate({Number(angle)} {Number(x)} {Number(y)})\"")}>{WebUtility.HtmlEncode(text)}</text>");

    /// <summary>What is drawn from here to <see cref="Unclip"/> shows only inside the box.</summary>
    internal void Clip(Box box)
    {
        var id = Id("clip" + ++clips);
        Raw($"<clipPath id=\"{id}\"><rect x=\"{Number(box.Left)}\" y=\"{Number(box.Top)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"/></clipPath><g clip-path=\"url(#{id})\">");
    }

    internal void Unclip() => Raw("</g>");

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

    private static string Dash(string? dash) => dash is null ? "" : $" stroke-dasharray=\"{dash}\"";

    private static string Opacity(string name, double opacity) => opacity >= 1 ? "" : $" {name}=\"{Number(opacity)}\"";
}
