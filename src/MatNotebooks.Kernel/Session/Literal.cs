using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MatNotebooks.Kernel.Session;

/// <summary>Values typed by hand (<c>-p epochs=5</c>, <c>#!set epochs 5</c>) as C# literals of the right type.</summary>
internal static partial class Literal
{
    private static readonly string[] Integers = ["int", "long", "short", "byte", "sbyte", "uint", "ulong", "ushort"];
    private static readonly string[] Reals = ["double", "float", "decimal"];

    /// <summary>The declaration that gives a variable its value, as <c>double cutoff = 6.0;</c>.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="type">Its C# type; null where it has none yet, and then the text decides.</param>
    /// <param name="text">The value as typed, perhaps with a unit after it.</param>
    /// <param name="unit">The unit the variable is in; null where it has none.</param>
    /// <exception cref="LiteralException">The text is not of the type, or carries another unit.</exception>
    public static string Declaration(string name, string? type, string text, string? unit) =>
        type is null
            ? $"var {name} = {Guess(text)};"
            : $"{type} {name} = {OfType(name, type, text, unit)};";

    /// <summary>A value typed by hand: a whole number, a real number, true or false; anything else is a text.</summary>
    public static object Read(string text) => text switch
    {
        "true" or "True" => true,
        "false" or "False" => false,
        _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        _ when Real().IsMatch(text) => double.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    /// <summary>The same as C# code.</summary>
    private static string Guess(string text) => text switch
    {
        "true" or "True" => "true",
        "false" or "False" => "false",
        "null" or "None" => "(object)null",
        _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => Whole(whole, ""),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => Whole(whole, "L"),
        _ when Real().IsMatch(text) => RealText(double.Parse(text, CultureInfo.InvariantCulture), ""),
        _ => Quoted(text),
    };

    private static string OfType(string name, string type, string text, string? unit)
    {
        if (type.EndsWith('?'))
            return text is "null" or "" ? "null" : OfType(name, type[..^1], text, unit);
        if (type is "string")
            return Quoted(text);
        text = text.Trim();
        if (type is "bool")
        {
            return text.ToUpperInvariant() is "TRUE" or "FALSE" ? (text.Length == 4 ? "true" : "false") : throw new LiteralException(
                $"'{name}' is true or false, not '{text}'.");
        }
        if (Integers.Contains(type) || Reals.Contains(type))
            return Number(name, type, text, unit);
        throw new LiteralException($"'{name}' is of type {type}, which cannot be set from outside: use a number, a bool or a string.");
    }

    private static string Number(string name, string type, string text, string? unit)
    {
        var parts = NumberAndUnit().Match(text);
        if (!parts.Success)
            throw new LiteralException($"'{name}' is a number ({type}{(unit is null ? "" : ", in " + unit)}), not '{text}'.");
        var given = parts.Groups["unit"].Value;
        if (given.Length > 0 && given != unit)
        {
            throw new LiteralException(unit is null
                ? $"'{name}' has no unit, but '{text}' carries '{given}': write {name}={parts.Groups["number"].Value}."
                : $"'{name}' is in {unit}, not in '{given}': convert the value and write {name}={parts.Groups["number"].Value}{unit} or the number alone.");
        }
        return OfNumber(name, type, parts.Groups["number"].Value);
    }

    private static string OfNumber(string name, string type, string number)
    {
        if (Reals.Contains(type))
        {
            var value = double.Parse(number, CultureInfo.InvariantCulture);
            if (!double.IsFinite(value))
                throw new LiteralException($"'{name}' must be a finite number, not '{number}'.");
            return type == "decimal" ? number + "m" : RealText(value, type == "float" ? "f" : "");
        }
        // 1e3 is a whole number too.
        if (!decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole) || whole != decimal.Truncate(whole))
            throw new LiteralException($"'{name}' is a whole number ({type}), not '{number}'.");
        var (low, high) = Range(type);
        if (whole < low || whole > high)
            throw new LiteralException($"'{name}' is of type {type}, from {low} to {high}; '{number}' lies outside.");
        return Whole(whole, "");
    }

    private static (decimal Low, decimal High) Range(string type) => type switch
    {
        "int" => (int.MinValue, int.MaxValue),
        "long" => (long.MinValue, long.MaxValue),
        "short" => (short.MinValue, short.MaxValue),
        "byte" => (byte.MinValue, byte.MaxValue),
        "sbyte" => (sbyte.MinValue, sbyte.MaxValue),
        "uint" => (uint.MinValue, uint.MaxValue),
        "ulong" => (ulong.MinValue, ulong.MaxValue),
        _ => (ushort.MinValue, ushort.MaxValue),
    };

    private static string Whole(decimal value, string suffix) => value.ToString("0", CultureInfo.InvariantCulture) + suffix;

    private static string RealText(double value, string suffix)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return (text.AsSpan().IndexOfAny('.', 'E', 'e') < 0 && suffix.Length == 0 ? text + ".0" : text) + suffix;
    }

    private static string Quoted(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
                literal.Append('\\').Append(letter);
            else if (char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' or '\ufeff')
                literal.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                literal.Append(letter);
        }
        return literal.Append('"').ToString();
    }

    [GeneratedRegex(@"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$")]
    private static partial Regex Real();

    [GeneratedRegex(@"^(?<number>[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)\s*(?<unit>[^\d\s].*)?$")]
    private static partial Regex NumberAndUnit();
}
