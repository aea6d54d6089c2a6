using System.Text;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Notebooks.Formulas;

/// <summary>
/// TeX formulas to MathML, which browsers draw by themselves: no script, no fonts to carry, no network. Covers what
/// papers in this field use; whatever it does not know is shown as it was typed.
/// </summary>
internal sealed class TexMath
{
    private readonly TexReader reader;
    private readonly bool display;

    private TexMath(string tex, bool display)
    {
        reader = new TexReader(tex);
        this.display = display;
    }

    /// <summary>The formula as a <c>math</c> element, or as styled text where it is beyond us.</summary>
    /// <param name="tex">The formula without its dollar signs.</param>
    /// <param name="display">True for a formula on a line of its own.</param>
    public static string ToMathMl(string tex, bool display)
    {
        try
        {
            var math = new TexMath(tex, display);
            var body = math.Row("");
            return $"<math{(display ? " display=\"block\"" : "")}>{body}</math>";
        }
        catch (TexException)
        {
            return display ? $"<pre class=\"tex\">{HtmlText.Encode(tex.Trim())}</pre>" : $"<code class=\"tex\">{HtmlText.Encode(tex)}</code>";
        }
    }

    /// <summary>Everything up to one of these tokens, which is taken; "" is the end of the formula.</summary>
    private string Row(params string[] ends)
    {
        var row = new StringBuilder("<mrow>");
        while (!ends.Contains(reader.Peek()))
        {
            if (reader.Peek().Length == 0)
                throw new TexException("The formula ends too early.");
            row.Append(Item());
        }
        reader.Next();
        return row.Append("</mrow>").ToString();
    }

    private string Item()
    {
        var token = reader.Peek();
        if (token is "\\\\" or "\\newline")
            throw new TexException("A line break outside a matrix.");
        var limits = TexSymbols.Large.ContainsKey(token.TrimStart('\\')) || TexSymbols.FunctionsWithLimits.Contains(token.TrimStart('\\')) ||
            token is "\\underbrace" or "\\overbrace" or "\\operatorname*";
        var integral = token is "\\int" or "\\iint" or "\\iiint" or "\\oint";
        var nucleus = token is "^" or "_" ? "<mrow></mrow>" : Nucleus();
        if (reader.Take("\\limits"))
            (limits, integral) = (true, false);
        else if (reader.Take("\\nolimits"))
            limits = false;
        return Scripts(nucleus, limits && !integral);
    }

    private string Scripts(string nucleus, bool limits)
    {
        string? below = null, above = null;
        for (; ; )
        {
            if (reader.Take("_"))
                below = below is null ? Argument() : throw new TexException("Two subscripts.");
            else if (reader.Take("^"))
                above = (above ?? "") + Argument();
            else if (reader.Take("'"))
                above = (above ?? "") + "<mo>′</mo>";
            else
                break;
        }
        above = above is null ? null : $"<mrow>{above}</mrow>";
        return (below, above) switch
        {
            (null, null) => nucleus,
            (null, _) => limits ? $"<mover>{nucleus}{above}</mover>" : $"<msup>{nucleus}{above}</msup>",
            (_, null) => limits ? $"<munder>{nucleus}{below}</munder>" : $"<msub>{nucleus}{below}</msub>",
            _ => limits ? $"<munderover>{nucleus}{below}{above}</munderover>" : $"<msubsup>{nucleus}{below}{above}</msubsup>",
        };
    }

    /// <summary>What a command applies to: a group, or the one token that follows.</summary>
    private string Argument()
    {
        if (reader.Take("{"))
            return Row("}");
        return reader.Peek().Length == 0 ? throw new TexException("An argument is missing.") : Nucleus();
    }

    private string Nucleus()
    {
        var token = reader.Next();
        return token switch
        {
            "" => throw new TexException("The formula ends too early."),
            "{" => Row("}"),
            "}" or "&" or "#" or "$" => throw new TexException($"'{token}' stands where it must not."),
            "~" => Space("0.33em"),
            ['\\', ..] => Command(token[1..]),
            [>= '0' and <= '9'] => Number(token),
            [var letter] when char.IsLetter(letter) => Identifier(token),
            "-" => Operator("−"),
            "*" => Operator("∗"),
            "|" => "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">|</mo>",
            "(" or ")" or "[" or "]" => $"<mo stretchy=\"false\">{token}</mo>",
            _ => Operator(token),
        };
    }

    private string Number(string first)
    {
        var digits = new StringBuilder(first);
        while (reader.Peek() is [>= '0' and <= '9'] or ".")
            digits.Append(reader.Next());
        var text = digits.ToString();
        return text.EndsWith('.') ? $"<mn>{text[..^1]}</mn><mo>.</mo>" : $"<mn>{text}</mn>";
    }

    private string Command(string name)
    {
        if (TexSymbols.Letters.TryGetValue(name, out var letter))
            return char.IsAsciiLetterUpper(name[0]) ? $"<mi mathvariant=\"normal\">{letter}</mi>" : Identifier(letter);
        if (TexSymbols.Operators.TryGetValue(name, out var sign))
            return Operator(sign);
        if (TexSymbols.Large.TryGetValue(name, out var large))
            return $"<mo largeop=\"true\" movablelimits=\"{(display ? "false" : "true")}\">{large}</mo>";
        if (TexSymbols.Functions.Contains(name))
            return $"<mi>{name}</mi><mo>\u2061</mo>";
        if (TexSymbols.FunctionsWithLimits.Contains(name))
            return $"<mo movablelimits=\"{(display ? "false" : "true")}\" form=\"prefix\">{name.Replace("arg", "arg\u2009", StringComparison.Ordinal)}</mo>";
        if (TexSymbols.Accents.TryGetValue(name, out var accent))
            return $"<mover accent=\"true\">{Argument()}<mo stretchy=\"{(name is "hat" or "tilde" or "dot" or "ddot" or "vec" ? "false" : "true")}\">{accent}</mo></mover>";
        if (TexSymbols.Fences.TryGetValue(name, out var fence))
            return $"<mo stretchy=\"false\">{fence}</mo>";
        return TexSymbols.Spaces.TryGetValue(name, out var width) ? Space(width) : Structure(name);
    }

    private string Structure(string name)
    {
        if (LetterStyles.Knows(name))
            return $"<mi>{HtmlText.Encode(LetterStyles.Apply(name, PlainArgument()))}</mi>";
        return name switch
        {
            "frac" or "dfrac" or "tfrac" or "cfrac" => Fraction(name),
            "binom" => $"<mrow><mo>(</mo><mfrac linethickness=\"0\">{Argument()}{Argument()}</mfrac><mo>)</mo></mrow>",
            "sqrt" => Root(),
            "text" or "textrm" or "mbox" or "textit" or "textbf" => $"<mtext>{HtmlText.Encode(reader.RawGroup().Replace(' ', '\u00a0'))}</mtext>",
            "mathrm" or "mathsf" or "mathtt" or "operatorname" or "rm" => Upright(),
            "mathit" => Argument(),
            "left" => Fenced(),
            "big" or "Big" or "bigg" or "Bigg" or "bigl" or "bigr" or "Bigl" or "Bigr" or "biggl" or "biggr" or "middle" => $"<mo>{Fence()}</mo>",
            "overset" or "stackrel" => Swapped("mover"),
            "underset" => Swapped("munder"),
            "underline" => $"<munder>{Argument()}<mo stretchy=\"true\">_</mo></munder>",
            "underbrace" => $"<munder>{Argument()}<mo stretchy=\"true\">⏟</mo></munder>",
            "begin" => new TexTable(reader, Row).Read(),
            "displaystyle" or "textstyle" or "nonumber" or "notag" => "",
            "label" => Nothing(reader.RawGroup()),
            "tag" => $"<mspace width=\"2em\"></mspace><mtext>({HtmlText.Encode(reader.RawGroup())})</mtext>",
            "%" or "&" or "#" or "$" or "_" => $"<mi mathvariant=\"normal\">{HtmlText.Encode(name)}</mi>",
            " " => Space("0.33em"),
            _ => throw new TexException($"\\{name} is not known."),
        };
    }

    private string Fraction(string name)
    {
        var fraction = $"<mfrac>{Argument()}{Argument()}</mfrac>";
        return name == "dfrac" ? $"<mstyle displaystyle=\"true\">{fraction}</mstyle>" : fraction;
    }

    private string Root()
    {
        if (!reader.Take("["))
            return $"<msqrt>{Argument()}</msqrt>";
        var degree = Row("]");
        return $"<mroot>{Argument()}{degree}</mroot>";
    }

    private string Upright()
    {
        var starred = reader.Take("*");
        var text = PlainArgument();
        return starred
            ? $"<mo movablelimits=\"{(display ? "false" : "true")}\">{HtmlText.Encode(text)}</mo>"
            : $"<mi mathvariant=\"normal\">{HtmlText.Encode(text)}</mi>";
    }

    /// <summary>A group of letters and named letters as text.</summary>
    private string PlainArgument()
    {
        var inner = new TexReader(reader.Peek() == "{" ? reader.RawGroup() : reader.Next());
        var text = new StringBuilder();
        for (var token = inner.Next(); token.Length > 0; token = inner.Next())
        {
            text.Append(token switch
            {
                ['\\', ..] when TexSymbols.Letters.TryGetValue(token[1..], out var letter) => letter,
                ['\\', ',' or ' ' or ';' or ':'] => "\u2009",
                ['\\', ..] or "{" or "}" or "^" or "_" => throw new TexException($"{token} inside an alphabet."),
                _ => token,
            });
        }
        return text.ToString();
    }

    private string Fenced()
    {
        var open = Fence();
        var body = Row("\\right");
        var close = Fence();
        return $"<mrow>{Mark(open)}{body}{Mark(close)}</mrow>";

        static string Mark(string fence) => fence.Length == 0 ? "" : $"<mo fence=\"true\" stretchy=\"true\">{fence}</mo>";
    }

    private string Fence()
    {
        var token = reader.Next();
        return token switch
        {
            "." => "",
            "" => throw new TexException("A bracket is missing."),
            ['\\', ..] => TexSymbols.Fences.TryGetValue(token[1..], out var fence) ? fence : throw new TexException($"{token} is no bracket."),
            _ => HtmlText.Encode(token),
        };
    }

    private string Swapped(string element)
    {
        var mark = Argument();
        return $"<{element}>{Argument()}{mark}</{element}>";
    }

    private static string Identifier(string text) => $"<mi>{HtmlText.Encode(text)}</mi>";

    private static string Operator(string text) => $"<mo>{HtmlText.Encode(text)}</mo>";

    private static string Space(string width) => $"<mspace width=\"{width}\"></mspace>";

    private static string Nothing(string _) => "";
}
