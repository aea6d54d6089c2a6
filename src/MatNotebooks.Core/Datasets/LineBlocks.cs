using System.Buffers;

namespace MatNotebooks.Datasets;

/// <summary>Cuts a stream of UTF-8 text into blocks of whole lines.</summary>
/// <param name="stream">The text; disposed with the blocks.</param>
/// <param name="size">Bytes of a block, at least; the default holds some hundred records.</param>
/// <param name="longest">Bytes of a line that are more than any record has; twice as many are refused for certain.</param>
internal sealed class LineBlocks(Stream stream, int size = 1 << 18, int longest = 1 << 26) : IDisposable
{
    private static readonly byte[] Mark = [0xef, 0xbb, 0xbf];

    private byte[] rest = []; // the beginning of a line whose end is not read yet
    private int line = 1;
    private bool isAtEnd;

    /// <summary>Why the stream ends early, and the mend; null while it is whole. The lines before were given.</summary>
    public string? Problem { get; private set; }

    /// <summary>What the stream threw, where it did.</summary>
    public InvalidDataException? Cause { get; private set; }

    /// <summary>Number of the line behind the last block, from 1.</summary>
    public int NextLine => line;

    public void Dispose() => stream.Dispose();

    /// <summary>The next block; null at the end. A line that is too long breaks the stream.</summary>
    public LineBlock? Next()
    {
        if (isAtEnd) return null;
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(size, 2 * rest.Length));
        rest.CopyTo(buffer, 0);
        var length = Fill(buffer, rest.Length);
        var whole = isAtEnd && Problem is null ? length : buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        rest = buffer[whole..length];
        if (whole == 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (rest.Length <= longest) return Next();
            (isAtEnd, Problem) = (true, $"the line is longer than {longest} bytes; write one record per line.");
            return null;
        }
        var block = new LineBlock(buffer, whole, line);
        line += block.Bytes.Count((byte)'\n');
        return block;
    }

    private int Fill(byte[] buffer, int length)
    {
        try
        {
            var isFirst = line == 1 && length == 0;
            while (length < buffer.Length && !isAtEnd)
            {
                var read = stream.Read(buffer, length, buffer.Length - length);
                isAtEnd = read == 0;
                length += read;
            }
            if (!isFirst || !buffer.AsSpan(0, length).StartsWith(Mark)) return length;
            buffer.AsSpan(0, Mark.Length).Fill((byte)' ');
            return length;
        }
        catch (InvalidDataException broken)
        {
            (isAtEnd, Cause) = (true, broken);
            Problem = $"the gzip archive is broken ({broken.Message.TrimEnd('.')}); fetch or pack the file again.";
            return length;
        }
    }
}
