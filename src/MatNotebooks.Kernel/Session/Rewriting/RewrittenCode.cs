using System.Text;

namespace MatNotebooks.Kernel.Session.Rewriting;

/// <summary>A cell's text with edits in it, and the way back from its columns to those that were written.</summary>
internal sealed class RewrittenCode
{
    private readonly Dictionary<int, List<(int Column, int Removed, int Added)>> byLine = [];

    /// <param name="original">The text as written.</param>
    /// <param name="edits">The changes, in any order; several at one place are kept in the order given.</param>
    public RewrittenCode(string original, IEnumerable<SourceEdit> edits)
    {
        Written = original;
        var text = new StringBuilder(original.Length + 256);
        var (at, line, lineStart) = (0, 1, 0);
        foreach (var edit in edits.OrderBy(edit => edit.Position))
        {
            text.Append(original, at, edit.Position - at);
            for (; at < edit.Position; at++)
            {
                if (original[at] == '\n')
                    (line, lineStart) = (line + 1, at + 1);
            }
            text.Append(edit.Text);
            if (!byLine.TryGetValue(line, out var list))
                byLine[line] = list = [];
            list.Add((edit.Position - lineStart + 1, edit.Removed, edit.Text.Length));
            at = edit.Position + edit.Removed;
        }
        Text = text.Append(original, at, original.Length - at).ToString();
    }

    /// <summary>The text as written.</summary>
    public string Written { get; }

    /// <summary>What is compiled.</summary>
    public string Text { get; }

    /// <summary>The column, from 1, that a column of the rewritten text had in the text as written.</summary>
    public int Original(int line, int column)
    {
        var shift = 0;
        foreach (var (start, removed, added) in byLine.GetValueOrDefault(line) ?? [])
        {
            if (column < start + shift)
                break;
            if (column < start + shift + added)
                return start;
            shift += added - removed;
        }
        return column - shift;
    }
}
