using System.Globalization;

namespace MatNotebooks.Chemistry;

/// <summary>
/// Reads one chemical formula from left to right.
/// <code>
/// formula = part { separator part } ;  part = [ amount ] group { group } ;
/// group = ( symbol | "(" group { group } ")" ) [ amount ]   (round, square or curly brackets)
/// </code>
/// A dot separates a hydrate where it cannot be a decimal point, and before "5H2O" at the end: CuSO4.5H2O holds five waters.
/// </summary>
internal sealed class FormulaParser(string formula)
{
    private const string Opening = "([{", Closing = ")]}";
    private const int LongestFormula = 10_000, DeepestNesting = 100;

    private readonly string text = string.Concat(formula.Select(Plain));
    private int position;

    /// <summary>The composition, or what is wrong in one sentence.</summary>
    public (Composition? Composition, string Problem) Parse()
    {
        if (formula.Length > LongestFormula)
            return (null, $"A formula of {formula.Length} characters cannot be read; the limit is {LongestFormula}.");
        try
        {
            var total = Part();
            while (position < text.Length && IsSeparator())
            {
                position++;
                Add(total, Part(), 1);
            }
            if (position < text.Length) throw Unexpected();
            if (total.Values.All(amount => amount == 0))
                throw Problem("it holds no atom; every amount is 0", 0);
            return (new Composition(total), "");
        }
        catch (FormatException problem)
        {
            return (null, problem.Message);
        }
    }

    private OrderedDictionary<Element, double> Part()
    {
        SkipSpace();
        var factor = Amount() ?? 1;
        var start = position;
        var sum = Groups(0);
        if (sum.Count == 0) throw position < text.Length ? Unexpected() : Problem("an element is missing", start);
        var part = new OrderedDictionary<Element, double>();
        Add(part, sum, factor);
        return part;
    }

    private OrderedDictionary<Element, double> Groups(int depth)
    {
        var sum = new OrderedDictionary<Element, double>();
        for (SkipSpace(); position < text.Length; SkipSpace())
        {
            var character = text[position];
            if (char.IsAsciiLetterUpper(character))
            {
                var element = Symbol();
                Add(sum, new() { [element] = 1 }, Amount() ?? 1);
            }
            else if (Opening.Contains(character))
            {
                var inside = Bracket(depth);
                Add(sum, inside, Amount() ?? 1);
            }
            else
            {
                break;
            }
        }
        return sum;
    }

    private OrderedDictionary<Element, double> Bracket(int depth)
    {
        var (start, closing) = (position, Closing[Opening.IndexOf(text[position])]);
        if (depth >= DeepestNesting) throw Problem($"brackets are nested deeper than {DeepestNesting}", start);
        position++;
        var inside = Groups(depth + 1);
        if (position >= text.Length) throw Problem($"the bracket '{text[start]}' is never closed; add '{closing}'", start);
        if (text[position] != closing)
        {
            throw Closing.Contains(text[position])
                ? Problem($"'{text[position]}' closes a '{text[start]}'; write '{closing}'", position)
                : Unexpected();
        }
        if (inside.Count == 0) throw Problem("the bracket is empty", start);
        position++;
        return inside;
    }

    private Element Symbol()
    {
        var length = position + 1 < text.Length && char.IsAsciiLetterLower(text[position + 1]) ? 2 : 1;
        var symbol = text.Substring(position, length);
        if (PeriodicTable.TryFind(symbol, out var element))
        {
            position += length;
            return element;
        }
        throw Problem($"no element has the symbol \"{symbol}\". {PeriodicTable.Hint(symbol)}", position);
    }

    private double? Amount()
    {
        SkipSpace();
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        if (position == start)
        {
            if (position + 1 < text.Length && text[position] == '.' && char.IsAsciiDigit(text[position + 1]) && !IsSeparator())
                throw Problem("an amount starts with a point; write 0 before it, or '·' before a hydrate", start);
            return null;
        }
        if (position < text.Length && text[position] == '.' && !IsSeparator())
        {
            position++;
            while (position < text.Length && char.IsAsciiDigit(text[position])) position++;
        }
        SkipExponent();
        var amount = double.Parse(text.AsSpan(start, position - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(amount) && amount < 1e15 ? amount : throw Problem($"the amount {text[start..position]} is above 1e15", start);
    }

    private void SkipExponent()
    {
        var next = position;
        if (next >= text.Length || text[next] != 'e') return;
        next++;
        if (next < text.Length && text[next] is '-' or '+') next++;
        if (next >= text.Length || !char.IsAsciiDigit(text[next])) return;
        while (next < text.Length && char.IsAsciiDigit(text[next])) next++;
        position = next;
    }

    /// <summary>Whether a hydrate's dot stands here rather than a decimal point.</summary>
    private bool IsSeparator()
    {
        if (text[position] == '*') return true;
        if (text[position] != '.') return false;
        var next = position + 1;
        while (next < text.Length && text[next] == ' ') next++;
        if (next >= text.Length || !char.IsAsciiDigit(text[next])) return true;
        return IsWater(next) && !FollowsBareZero();
    }

    /// <summary>Whether the number before the dot is 0, as in Li0.5H2O: nobody writes an amount of 0 before a hydrate.</summary>
    private bool FollowsBareZero() =>
        position > 0 && text[position - 1] == '0' && (position == 1 || !char.IsAsciiDigit(text[position - 2]));

    private bool IsWater(int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        var rest = text.AsSpan(at).Trim();
        return rest is "H2O" or "(H2O)" || rest.StartsWith("H2O*") || rest.StartsWith("H2O.");
    }

    private void SkipSpace()
    {
        while (position < text.Length && text[position] is ' ' or '\t') position++;
    }

    private FormatException Unexpected() => text[position] switch
    {
        '+' or '-' => Problem($"'{formula[position]}' looks like a charge; a composition is neutral, leave the charge out", position),
        >= 'a' and <= 'z' => Problem($"'{text[position]}' starts no symbol; symbols start with a capital letter. {LowerHint()}", position),
        ')' or ']' or '}' => Problem($"'{text[position]}' closes a bracket that was never opened", position),
        _ => Problem($"'{formula[position]}' does not belong in a formula", position),
    };

    private string LowerHint() => text[position] is 'x' or 'y' or 'z'
        ? "An unknown amount cannot be read; write a number."
        : PeriodicTable.Hint(text.Substring(position, Math.Min(2, text.Length - position)));

    private FormatException Problem(string what, int at)
    {
        var shown = formula.Length > 60 ? formula[..57] + "..." : formula;
        return new($"Formula \"{shown}\", position {at + 1}: {what}{(what.EndsWith('?') || what.EndsWith('.') ? "" : ".")}");
    }

    private static void Add(OrderedDictionary<Element, double> sum, OrderedDictionary<Element, double> part, double factor)
    {
        foreach (var (element, amount) in part)
            sum[element] = sum.GetValueOrDefault(element) + (factor * amount);
    }

    private static char Plain(char character) => character switch
    {
        >= '₀' and <= '₉' => (char)(character - '₀' + '0'),
        '·' or '•' or '∙' or '⋅' or '×' => '*',
        '−' or '–' or '⁻' => '-',
        '⁺' => '+',
        '\u00a0' => ' ',
        _ => character,
    };
}
