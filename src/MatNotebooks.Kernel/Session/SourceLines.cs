using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using MatNotebooks.Kernel.Session.Rewriting;
using Microsoft.CodeAnalysis;

namespace MatNotebooks.Kernel.Session;

/// <summary>The text of the cells that ran and of the files they loaded, to show the line an error points at.</summary>
internal sealed class SourceLines
{
    private const int WidestLine = 160;
    private readonly ConcurrentDictionary<string, string[]> lines = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, ImmutableList<RewrittenCode>> rewritten = new(StringComparer.Ordinal);

    public void Remember(string label, string code) => lines[label] = code.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Takes in that a part of a cell was compiled with something put into its lines.</summary>
    public void RememberRewritten(string label, RewrittenCode code) =>
        rewritten.AddOrUpdate(label, _ => [code], (_, parts) => parts.Add(code));

    /// <summary>The column as written of a column as compiled, both from 1.</summary>
    public int Column(string label, int line, int column) =>
        rewritten.GetValueOrDefault(label)?.Aggregate(column, (at, part) => part.Original(line, at)) ?? column;

    /// <summary>Takes in the files a cell brought by <c>#load</c>, under their paths.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="checks">Those that were compiled with something put into their lines.</param>
    public void RememberLoaded(Compilation cell, IReadOnlyDictionary<string, RewrittenCode> checks)
    {
        foreach (var tree in cell.SyntaxTrees.Where(tree => tree.FilePath.Length > 0 && CellLabel.InPath(tree.FilePath) is null))
        {
            var code = checks.GetValueOrDefault(tree.FilePath);
            Remember(tree.FilePath, code?.Written ?? tree.ToString());
            rewritten[tree.FilePath] = code is null ? [] : [code];
        }
    }

    /// <summary>What a path of debug information is known as: the label of a cell, or the path of a loaded file; null for neither.</summary>
    public string? Known(string? path) => CellLabel.InPath(path) ?? (path is not null && lines.ContainsKey(path) ? path : null);

    /// <summary>The line with its number, and a caret line below it; nothing when the line is unknown.</summary>
    /// <param name="label">Which cell.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">Where the caret starts, from 1; 0 for no caret.</param>
    /// <param name="length">How many carets.</param>
    public IEnumerable<string> Excerpt(string label, int line, int column, int length)
    {
        if (!lines.TryGetValue(label, out var text) || line < 1 || line > text.Length)
            yield break;
        var number = line.ToString(CultureInfo.InvariantCulture);
        var source = text[line - 1].Replace('\t', ' ');
        yield return $"  {number} | {(source.Length > WidestLine ? source[..WidestLine] + "…" : source)}";
        if (column < 1 || column > Math.Min(source.Length + 1, WidestLine))
            yield break;
        var carets = Math.Clamp(length, 1, Math.Max(1, source.Length - column + 1));
        yield return $"  {new string(' ', number.Length)} | {new string(' ', column - 1)}{new string('^', carets)}";
    }
}
