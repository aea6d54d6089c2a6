using System.Text;

namespace MatNotebooks.Kernel.Notebooks.Formulas;

/// <summary>Letters in TeX's alphabets; MathML has no styles of its own, Unicode has the letters.</summary>
internal static class LetterStyles
{
    private static readonly Dictionary<char, string> ScriptExceptions = new()
    {
        ['B'] = "ℬ", ['E'] = "ℰ", ['F'] = "ℱ", ['H'] = "ℋ", ['I'] = "ℐ", ['L'] = "ℒ", ['M'] = "ℳ", ['R'] = "ℛ", ['e'] = "ℯ", ['g'] = "ℊ", ['o'] = "ℴ",
    };

    private static readonly Dictionary<char, string> DoubleExceptions = new()
    {
        ['C'] = "ℂ", ['H'] = "ℍ", ['N'] = "ℕ", ['P'] = "ℙ", ['Q'] = "ℚ", ['R'] = "ℝ", ['Z'] = "ℤ",
    };

    private static readonly Dictionary<char, string> FrakturExceptions = new()
    {
        ['C'] = "ℭ", ['H'] = "ℌ", ['I'] = "ℑ", ['R'] = "ℜ", ['Z'] = "ℨ",
    };

    /// <summary>Whether a command names an alphabet.</summary>
    public static bool Knows(string command) => command is "mathbf" or "boldsymbol" or "bm" or "mathcal" or "mathscr" or "mathbb" or "mathfrak";

    /// <summary>The text in that alphabet; signs that it lacks stay as they are.</summary>
    public static string Apply(string command, string text)
    {
        var styled = new StringBuilder();
        foreach (var letter in text)
            styled.Append(One(command, letter));
        return styled.ToString();
    }

    private static string One(string command, char letter) => command switch
    {
        "mathbf" => Shift(letter, 0x1D400, 0x1D41A, 0x1D7CE, null),
        "boldsymbol" or "bm" => Shift(letter, 0x1D468, 0x1D482, 0x1D7CE, null),
        "mathbb" => Shift(letter, 0x1D538, 0x1D552, 0x1D7D8, DoubleExceptions),
        "mathfrak" => Shift(letter, 0x1D504, 0x1D51E, null, FrakturExceptions),
        _ => Shift(letter, 0x1D49C, 0x1D4B6, null, ScriptExceptions),
    };

    private static string Shift(char letter, int upper, int lower, int? digits, Dictionary<char, string>? exceptions)
    {
        if (exceptions is not null && exceptions.TryGetValue(letter, out var exception))
            return exception;
        return letter switch
        {
            >= 'A' and <= 'Z' => char.ConvertFromUtf32(upper + letter - 'A'),
            >= 'a' and <= 'z' => char.ConvertFromUtf32(lower + letter - 'a'),
            >= '0' and <= '9' when digits is { } zero => char.ConvertFromUtf32(zero + letter - '0'),
            // Greek has its bold letters too: Α and α to 𝚨 and 𝛂 (upright) or 𝜜 and 𝜶 (italic).
            >= 'Α' and <= 'Ω' when digits is 0x1D7CE => char.ConvertFromUtf32((upper == 0x1D400 ? 0x1D6A8 : 0x1D71C) + letter - 'Α'),
            >= 'α' and <= 'ω' when digits is 0x1D7CE => char.ConvertFromUtf32((upper == 0x1D400 ? 0x1D6C2 : 0x1D736) + letter - 'α'),
            _ => letter.ToString(),
        };
    }
}
