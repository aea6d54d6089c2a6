using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using MatNotebooks.Kernel.Notebooks.Formulas;

namespace MatNotebooks.Kernel.Notebooks.Html;

/// <summary>Formulas on lines of their own: <c>$$ ... $$</c>.</summary>
internal sealed class BlockMathRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
        renderer.Write("<div class=\"equation\">").Write(TexMath.ToMathMl(obj.Lines.ToString(), display: true)).WriteLine("</div>");
}
