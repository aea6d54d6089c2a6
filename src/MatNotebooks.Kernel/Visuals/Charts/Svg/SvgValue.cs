namespace MatNotebooks.Kernel.Visuals.Charts.Svg;

/// <summary>The value of an attribute: a text, a number to a hundredth of a pixel, or nothing, which leaves the attribute out.</summary>
internal readonly record struct SvgValue(string? Text)
{
    public static implicit operator SvgValue(string? text) => new(text);

    public static implicit operator SvgValue(double number) => new(SvgCanvas.Number(number));
}
