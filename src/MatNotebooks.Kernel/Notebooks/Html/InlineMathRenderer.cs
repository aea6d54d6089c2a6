using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using MatNotebooks.Kernel.Notebooks.Formulas;

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>Formulas inside a line: <c>$E = mc^2$</c>.</summary>
internal sealed class InlineMathRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline obj) =>
        renderer.Write(TexMath.ToMathMl(obj.Content.ToString(), display: obj.DelimiterCount == 2));
}
