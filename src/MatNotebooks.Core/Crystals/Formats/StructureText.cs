using System.Buffers;
using System.Globalization;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals.Formats;

/// <summary>The text of one file: its lines, and the errors that name them.</summary>
/// <param name="file">The file, as errors shall name it.</param>
/// <param name="text">The whole text.</param>
internal sealed class StructureText(string file, string text)
{
    private const int LongestShown = 40;
    private const long LargestFile = 256L << 20;

    /// <summary>The file, as errors name it.</summary>
    public string File => file;

    private static readonly SearchValues<char> OtherEnds = SearchValues.Create("\r\f\u0085\u2028\u2029");
    private string[]? lines;

    /// <summary>The whole text, every line ended by LF; a byte order mark is dropped.</summary>
    public string Text { get; } = text.AsSpan().ContainsAny(OtherEnds) ? text.TrimStart('\ufeff').ReplaceLineEndings("\n") : text.TrimStart('\ufeff');

    /// <summary>The lines without their ends.</summary>
    public string[] Lines => lines ??= Text.Split('\n');

    /// <summary>Reads a file of at most 256 MiB.</summary>
    /// <exception cref="StructureFormatException">It cannot be read.</exception>
    public static StructureText Load(string path)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile } info)
                throw new StructureFormatException(path, 0, $"holds {info.Length} bytes; {LargestFile} are the limit. Split it.");
            return new(path, System.IO.File.ReadAllText(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StructureFormatException(path, 0, $"cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>An error at a line.</summary>
    /// <param name="line">Line from 1; 0 where no single line is to blame.</param>
    /// <param name="problem">What is wrong, its value, the limit and the mend.</param>
    public StructureFormatException Error(int line, string problem) => new(file, line, problem);

    /// <summary>Runs a constructor that refuses bad values, and gives its complaint file and line.</summary>
    public T Checked<T>(int line, Func<T> build)
    {
        try
        {
            return build();
        }
        catch (ArgumentException problem)
        {
            throw new StructureFormatException(file, line, problem.Message, problem);
        }
    }

    /// <summary>A finite number.</summary>
    /// <param name="word">The number as written.</param>
    /// <param name="line">Its line.</param>
    /// <param name="what">What the number is, such as "coordinate x".</param>
    public double Number(ReadOnlySpan<char> word, int line, string what) =>
        PlainDecimal.TryParse(word, out var value) || double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value)
            ? value
            : throw Error(line, $"{what} is \"{Shown(word.ToString())}\"; it must be a finite number such as 0.25.");

    /// <summary>The element of a symbol whose capitals may be wrong.</summary>
    public Element ElementOf(string symbol, int line)
    {
        if (PeriodicTable.TryFind(symbol, out var element)) return element;
        if (symbol.Length is 1 or 2 && PeriodicTable.TryFind(char.ToUpperInvariant(symbol[0]) + symbol[1..].ToLowerInvariant(), out element))
            return element;
        throw Error(line, $"no element has the symbol \"{Shown(symbol)}\". {PeriodicTable.Hint(symbol)}");
    }

    /// <summary>A value cut to what fits an error message.</summary>
    public static string Shown(string value) => value.Length > LongestShown ? value[..LongestShown] + "..." : value;

    /// <summary>The words of a line.</summary>
    public static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
