namespace MatNotebooks.Crystals.Formats;

/// <summary>A file that does not hold the structure it should. The message is one line: file, line, what is wrong, the mend.</summary>
public sealed class StructureFormatException : FormatException
{
    /// <summary>Builds the exception.</summary>
    /// <param name="file">The file, as the caller named it.</param>
    /// <param name="line">Line from 1; 0 where no single line is to blame.</param>
    /// <param name="problem">What is wrong, its value, the limit and the mend.</param>
    /// <param name="inner">What caused it. The default is nothing.</param>
    public StructureFormatException(string file, int line, string problem, Exception? inner = null)
        : base($"{file}{(line > 0 ? $", line {line}" : "")}: {OneLine(problem)}", inner) =>
        (File, Line) = (file, line);

    /// <summary>The file, as the caller named it.</summary>
    public string File { get; }

    /// <summary>Line from 1; 0 where no single line is to blame.</summary>
    public int Line { get; }

    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
