using System.Globalization;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Session.FSharp;

/// <summary>The code of a cell is not F#.</summary>
internal sealed class FSharpCompilationException(IReadOnlyList<FSharpMistake> mistakes) : Exception(mistakes[0].Message)
{
    private const int Shown = 5;

    /// <summary>The errors as those of C# are shown: cell, line, message, the line itself, a caret.</summary>
    public CellError Describe(SourceLines sources)
    {
        var lines = mistakes.Take(Shown).SelectMany(mistake => Lines(mistake, sources)).ToList();
        if (mistakes.Count > Shown)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"and {mistakes.Count - Shown} more errors"));
        return new CellError("CompileError", mistakes[0].Message, lines);
    }

    private static IEnumerable<string> Lines(FSharpMistake mistake, SourceLines sources)
    {
        var label = sources.Known(mistake.File) ?? mistake.File;
        var head = string.Create(CultureInfo.InvariantCulture, $"{label}, line {mistake.Line}, column {mistake.Column}: error {mistake.Code}: {mistake.Message}");
        return [head, .. sources.Excerpt(label, mistake.Line, mistake.Column, mistake.Length)];
    }
}
