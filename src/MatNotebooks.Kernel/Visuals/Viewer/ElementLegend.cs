using MatNotebooks.Chemistry;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Which ball is which element. Where colours mean something else, grey balls of each element's size tell them apart.</summary>
internal sealed class ElementLegend(ViewCard card)
{
    internal IEnumerable<string> Colors => card.Elements.Select(ColorOf);

    internal void Draw(SvgCanvas canvas, double x, double y)
    {
        var largest = card.Elements.Max(AtomLook.Ball);
        foreach (var element in card.Elements)
        {
            Ball.Draw(canvas, x, y, card.ByElement ? 8 : 9 * AtomLook.Ball(element) / largest, ColorOf(element));
            canvas.Text(x + 13, y + 4, element.Symbol, Theme.LabelSize);
            x += 38 + TextWidth.Of(element.Symbol, Theme.LabelSize);
        }
    }

    private string ColorOf(Element element) => card.ByElement ? element.Color : Theme.Line;
}
