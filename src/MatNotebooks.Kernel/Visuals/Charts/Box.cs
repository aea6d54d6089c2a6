namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>A rectangle in pixels, y downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    internal double Right => Left + Width;

    internal double Bottom => Top + Height;

    internal double CenterX => Left + (Width / 2);

    internal double CenterY => Top + (Height / 2);
}
