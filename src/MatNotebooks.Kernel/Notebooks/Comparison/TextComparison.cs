using System.Globalization;
using System.Text.RegularExpressions;

namespace MatNotebooks.Kernel.Notebooks.Comparison;

/// <summary>Compares texts: words exactly, real numbers within a tolerance, the width of gaps not at all.</summary>
internal static partial class TextComparison
{
    private const int Longest = 100;

    /// <summary>What differs first; null when nothing does.</summary>
    /// <param name="left">The first text.</param>
    /// <param name="right">The second text.</param>
    /// <param name="tolerance">How far numbers may be apart; null compares letter by letter.</param>
    public static string? Difference(string left, string right, Tolerance? tolerance)
    {
        var (mine, theirs) = (Lines(left), Lines(right));
        for (var i = 0; i < Math.Min(mine.Length, theirs.Length); i++)
        {
            if (!SameLine(mine[i], theirs[i], tolerance))
                return Place(i) + Change(mine[i], theirs[i]);
        }
        return mine.Length == theirs.Length ? null
            : mine.Length > theirs.Length ? Place(theirs.Length) + Change(mine[theirs.Length], null)
            : Place(mine.Length) + Change(null, theirs[mine.Length]);
    }

    private static string Place(int line) => string.Create(CultureInfo.InvariantCulture, $"line {line + 1}");

    private static string Change(string? left, string? right) => "\n" +
        string.Join('\n', new[] { Side('-', left), Side('+', right) }.Where(side => side.Length > 0));

    private static string Side(char sign, string? line) => line is null ? "" : $"    {sign} {(line.Length > Longest ? line[..Longest] + "…" : line)}";

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static bool SameLine(string left, string right, Tolerance? tolerance)
    {
        if (left == right || tolerance is null)
            return left == right;
        var (mine, theirs) = (Words(left), Words(right));
        return mine.Length == theirs.Length && mine.Zip(theirs).All(pair => SameWord(pair.First, pair.Second, tolerance));
    }

    private static bool SameWord(string left, string right, Tolerance tolerance) =>
        left == right || (RealNumber(left, right) && tolerance.Allows(Number(left), Number(right)));

    // Two whole numbers count or name something, and are compared as words.
    private static bool RealNumber(string left, string right) =>
        char.IsAsciiDigit(left[^1]) && char.IsAsciiDigit(right[^1]) && NumberWord().IsMatch(left) && NumberWord().IsMatch(right) &&
        (left + right).AsSpan().IndexOfAny(".eE") >= 0;

    private static double Number(string word) => double.Parse(word.Replace('−', '-'), CultureInfo.InvariantCulture);

    private static string[] Words(string line) => [.. Word().Matches(line).Select(word => word.Value)];

    // A number does not begin inside a word: the digits of Fe2O3 and mp-149 belong to their names.
    private const string NumberPattern = @"[-+−]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?";

    [GeneratedRegex(@"(?<![\w.])" + NumberPattern + @"(?![\w])|\w+|[^\w\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^" + NumberPattern + "$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberWord();
}
