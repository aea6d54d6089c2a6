namespace MatNotebooks.Kernel.Visuals.Charts;

/// <summary>Where the values of an axis lie on paper.</summary>
/// <param name="Range">What the axis shows.</param>
/// <param name="Logarithmic">Whether equal factors take equal room.</param>
/// <param name="From">Pixel of the low end.</param>
/// <param name="To">Pixel of the high end.</param>
internal readonly record struct Scale(Interval Range, bool Logarithmic, double From, double To)
{
    /// <summary>The pixel of a value; NaN where the axis has no place for it.</summary>
    internal double At(double value) => From + ((To - From) * Share(value));

    /// <summary>Pixels per unit at a linear axis, positive.</summary>
    internal double PixelsPerUnit => Math.Abs((To - From) / Range.Length);

    private double Share(double value) => !Interval.IsDrawable(value, Logarithmic) ? double.NaN
        : Logarithmic ? Math.Log(value / Range.Low) / Math.Log(Range.High / Range.Low)
        : (value - Range.Low) / Range.Length;
}
