using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Notebooks.Formulas;

namespace MatNotebooks.Kernel.Tests.Notebooks.Formulas;

public sealed class TexMathTests
{
    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("12.5", "<mn>12.5</mn>")]
    [InlineData("a_0^2", "<msubsup><mi>a</mi><mn>0</mn><mrow><mn>2</mn></mrow></msubsup>")]
    [InlineData("\\frac{a}{b}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>")]
    [InlineData("\\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>")]
    [InlineData("\\alpha \\le \\Omega", "<mi>α</mi><mo>≤</mo><mi mathvariant=\"normal\">Ω</mi>")]
    [InlineData("\\mathbf{r} \\in \\mathbb{R}^3", "<mi>𝐫</mi><mo>∈</mo><msup><mi>ℝ</mi><mrow><mn>3</mn></mrow></msup>")]
    [InlineData("E'", "<msup><mi>E</mi><mrow><mo>′</mo></mrow></msup>")]
    [InlineData("\\text{if } x<1", "<mtext>if\u00a0</mtext><mi>x</mi><mo>&lt;</mo><mn>1</mn>")]
    [InlineData("\\left(x\\right]", "<mrow><mo fence=\"true\" stretchy=\"true\">(</mo><mrow><mi>x</mi></mrow><mo fence=\"true\" stretchy=\"true\">]</mo></mrow>")]
    [InlineData("\\hat{y}", "<mover accent=\"true\"><mrow><mi>y</mi></mrow><mo stretchy=\"false\">^</mo></mover>")]
    public void Formulas_become_MathML(string tex, string expected) =>
        Assert.Equal($"<math><mrow>{expected}</mrow></math>", TexMath.ToMathMl(tex, display: false));

    [Theory]
    [InlineData(@"E(V) = E_0 + \frac{9 V_0 B_0}{16} \left\{ \left[ \left( \frac{V_0}{V} \right)^{2/3} - 1 \right]^3 B_0' \right\}")]
    [InlineData(@"\alpha_{ij} = \frac{\exp(\mathrm{LeakyReLU}(\mathbf{a}^\top [\mathbf{W} h_i \,\|\, \mathbf{W} h_j]))}{\sum_{k \in \mathcal{N}(i)} \exp(\cdot)}")]
    [InlineData(@"\begin{aligned} a &= b \\ c &= d \\ \end{aligned} \quad \begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}")]
    [InlineData(@"\mathcal{L} = \frac{1}{N}\sum_{n=1}^{N} \lVert y_n - \hat{y}_n \rVert_2^2 + \lambda \int_0^\infty f(x)\,\mathrm{d}x \tag{3}")]
    [InlineData(@"\arg\max_{\theta} \; \log p_\theta \big( x \mid y \big) \geq 10^{-3}~\text{eV/Å}")]
    public void The_formulas_of_this_field_are_drawn_and_are_XML(string tex)
    {
        var math = TexMath.ToMathMl(tex, display: true);
        Assert.StartsWith("<math", math, StringComparison.Ordinal);
        Assert.Equal("math", XElement.Parse(math).Name.LocalName);
    }

    [Theory]
    [InlineData("\\unknown{x}")]
    [InlineData("\\frac{a")]
    [InlineData("a_b_c")]
    [InlineData("x \\\\ y")]
    [InlineData("\\begin{pmatrix} a \\end{bmatrix}")]
    [InlineData("}")]
    public void What_is_not_known_is_shown_as_typed(string tex) =>
        Assert.Equal($"<code class=\"tex\">{System.Net.WebUtility.HtmlEncode(tex)}</code>", TexMath.ToMathMl(tex, display: false));

    [Fact]
    public void No_text_makes_it_fail_or_break_the_page() => Prop.ForAll(
        Gen.Elements("x", "1", "{", "}", "^", "_", "\\frac", "\\sqrt", "[", "]", "&", "\\\\", "<", "'", "\\left", "(", "\\right", ")", "\\text", " ", "\\begin{matrix}", "\\end{matrix}", "\\hat", "|", "\\sum", "%", "\\", "é")
            .ArrayOf().ToArbitrary(),
        parts =>
        {
            var html = TexMath.ToMathMl(string.Concat(parts), display: false);
            _ = XElement.Parse(html);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
