using MatNotebooks.Chemistry;
using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Size, colour and label of the atoms of one view.</summary>
internal sealed class AtomLook(AtomStyle style, AtomLabels labels, ColorValues? colors)
{
    private const double FallbackRadius = 1.4; // Å, for elements without a measured one
    private readonly ColorBar? bar = colors?.ToColorBar();

    /// <summary>Drawn radius | Å.</summary>
    internal double Radius(Element element) => style switch
    {
        AtomStyle.SpaceFilling => element.CovalentRadius ?? FallbackRadius,
        AtomStyle.Sticks => BondSticks.Radius + 0.02,
        _ => Ball(element),
    };

    /// <summary>Between the equal balls of textbooks and radii true to scale, so that oxygen stays visible beside caesium | Å.</summary>
    internal static double Ball(Element element) => 0.26 + (0.23 * (element.CovalentRadius ?? FallbackRadius));

    internal string Color(Element element, int site) =>
        colors is null || bar is null ? element.Color
        : double.IsFinite(colors.Values[site]) ? bar.Scale.Of(colors.Values[site], bar.Range)
        : Theme.Missing;

    internal string? Label(Element element, int site) => labels switch
    {
        AtomLabels.Element => element.Symbol,
        AtomLabels.Site => element.Symbol + site,
        AtomLabels.Value when colors is not null => Quantity.Short(colors.Values[site], 3),
        _ => null,
    };
}
