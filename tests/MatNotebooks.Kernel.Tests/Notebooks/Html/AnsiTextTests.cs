using MatNotebooks.Kernel.Notebooks.Html;

namespace MatNotebooks.Kernel.Tests.Notebooks.Html;

public sealed class AnsiTextTests
{
    [Theory]
    [InlineData("a<b", "a&lt;b")]
    [InlineData("\u001b[1;31mred\u001b[0m x", "<span class=\"ansi-bold ansi-red\">red</span> x")]
    [InlineData("\u001b[2Kx\u001b[32my", "x<span class=\"ansi-green\">y</span>")]
    [InlineData("10 %\r20 %\rdone\r\nnext", "done\nnext")]
    public void Terminal_text_becomes_html(string text, string expected) => Assert.Equal(expected, AnsiText.ToHtml(text));
}
