using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Kernel.Visuals.Charts.Svg;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>Which ball is which element. Where colours mean something else, grey balls of each element's size tell them apart.</summary>
internal sealed class ElementLegend
{
    private readonly bool byElement;
    private readonly ImmutableArray<Element> elements;

    internal ElementLegend(CrystalView view)
    {
        byElement = view.AtomColors is null;
        elements = [.. view.Crystal.Composition.Elements.OrderBy(element => element.Number)];
    }

    internal IEnumerable<string> Colors => elements.Select(ColorOf);

    internal void Draw(SvgCanvas canvas, double x, double y)
    {
        var largest = elements.Max(SceneBuilder.Radius);
        foreach (var element in elements)
        {
            Ball.Draw(canvas, x, y, byElement ? 8 : 9 * SceneBuilder.Radius(element) / largest, ColorOf(element));
            canvas.Text(x + 13, y + 4, element.Symbol, Theme.LabelSize);
            x += 38 + TextWidth.Of(element.Symbol, Theme.LabelSize);
        }
    }

    private string ColorOf(Element element) => byElement ? element.Color : Theme.Line;
}
