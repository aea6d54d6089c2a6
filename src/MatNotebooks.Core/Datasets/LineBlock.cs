using System.Buffers;

namespace MatNotebooks.Datasets;

/// <summary>Whole lines of a file in a buffer of the pool; to be given back once.</summary>
/// <param name="Buffer">The buffer.</param>
/// <param name="Length">How many of its bytes are lines.</param>
/// <param name="FirstLine">Number of the first line, from 1.</param>
internal readonly record struct LineBlock(byte[] Buffer, int Length, int FirstLine)
{
    /// <summary>The lines and their ends.</summary>
    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(0, Length);

    public void GiveBack() => ArrayPool<byte>.Shared.Return(Buffer);
}
