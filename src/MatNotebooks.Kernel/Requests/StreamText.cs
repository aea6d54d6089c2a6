using System.Text;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// Text a cell prints, gathered so that it goes out in few messages. Beyond <see cref="Limit"/> characters it goes to a file
/// instead, with all that was printed before, and a line says which.
/// </summary>
/// <param name="emit">Sends a piece.</param>
/// <param name="spill">Makes the file.</param>
internal sealed class StreamText(Action<StandardStream, string> emit, Func<SpillFile> spill) : IDisposable
{
    /// <summary>How many characters of a cell's output a notebook shows.</summary>
    public const int Limit = 1_000_000;

    private const int PiecesAtOnce = 16; // two streams that take turns letter by letter still go out in few messages
    private readonly List<(StandardStream Stream, StringBuilder Text)> pending = [];
    private readonly StringBuilder shown = new();
    private SpillFile? file;

    /// <summary>Characters that wait to be sent.</summary>
    public int Waiting => pending.Sum(piece => piece.Text.Length);

    public void Append(StandardStream stream, string text)
    {
        if (file is not null)
        {
            file.Write(text);
            return;
        }
        var room = Limit - shown.Length;
        if (text.Length <= room)
        {
            Add(stream, text);
            return;
        }
        Add(stream, text[..room]);
        file = spill();
        file.Write(shown.ToString());
        file.Write(text[room..]);
        Add(stream, $"\n[More than {Limit:N0} characters were printed; all of them are in {file.FilePath}]\n");
    }

    /// <summary>Sends what waits.</summary>
    /// <param name="ended">False when more may follow: half a letter is kept back.</param>
    public void Flush(bool ended)
    {
        file?.Flush();
        (StandardStream, string)? half = null;
        foreach (var (stream, text) in pending)
        {
            if (!ended && char.IsHighSurrogate(text[^1]))
            {
                half = (stream, text[^1].ToString());
                text.Length--;
            }
            if (text.Length > 0)
                emit(stream, text.ToString());
        }
        pending.Clear();
        if (half is var (kind, letter))
            pending.Add((kind, new StringBuilder(letter)));
    }

    /// <summary>The output was taken away: as much as before may follow.</summary>
    public void Clear()
    {
        pending.Clear();
        if (file is null)
            shown.Clear();
    }

    public void Dispose()
    {
        if (file is { Trouble: { } trouble })
            emit(StandardStream.Error, $"[The rest of the output is lost: {trouble}]\n");
        file?.Dispose();
    }

    private void Add(StandardStream stream, string text)
    {
        if (text.Length == 0)
            return;
        shown.Append(text);
        var at = pending.Count > 0 && pending[^1].Stream == stream ? pending.Count - 1
            : pending.Count < PiecesAtOnce ? -1
            : pending.FindLastIndex(piece => piece.Stream == stream);
        if (at < 0)
            pending.Add((stream, new StringBuilder(text)));
        else
            pending[at].Text.Append(text);
    }
}
