using MatNotebooks.Chemistry;

namespace MatNotebooks.Kernel.Visuals.Viewer;

/// <summary>The colours of the elements in pictures: those the elements carry.</summary>
internal static class ElementColors
{
    internal static string Of(Element element) => element.Color;
}
