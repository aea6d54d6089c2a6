using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Notebooks.Html;

namespace MatNotebooks.Kernel.Tests.Notebooks.Html;

public sealed class CodeHighlighterTests
{
    [Theory]
    [InlineData("var x = 1;", "<span class=\"k\">var</span> x = <span class=\"n\">1</span>;")]
    [InlineData("Foo(\"a<b\"); // c", "<span class=\"m\">Foo</span>(<span class=\"s\">&quot;a&lt;b&quot;</span>); <span class=\"c\">// c</span>")]
    [InlineData("Lattice l = new Lattice();", "<span class=\"t\">Lattice</span> l = <span class=\"k\">new</span> <span class=\"t\">Lattice</span>();")]
    [InlineData("#!time\nx", "<span class=\"d\">#!time\n</span>x")]
    public void Words_have_their_kinds(string code, string expected) => Assert.Equal(expected, CodeHighlighter.Highlight(code));

    [Fact]
    public void No_letter_is_lost_whatever_the_code() => Prop.ForAll(
        Gen.Elements("var ", "x", " = ", "\"a\"", "$\"{x}\"", "\"\"\"\nraw\n\"\"\"", ";", "\n", "#!time\n", "// c\n", "/* d */", "{", "}", "(", ")", "class ", "<", "&", "é", "1.5", "@", "#if X\n", "'")
            .ArrayOf().ToArbitrary(),
        parts =>
        {
            var code = string.Concat(parts);
            var plain = WebUtility.HtmlDecode(Regex.Replace(CodeHighlighter.Highlight(code), "</?span[^>]*>", ""));
            return plain == code;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
