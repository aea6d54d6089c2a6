using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.BZip2;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>Unpacks bzip2, also several archives one behind the other as parallel packers write them.</summary>
internal sealed class Bzip2Stream(Stream packed) : Stream
{
    private Stream? current;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidDataException">The archive is broken.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            while (count > 0)
            {
                if (current is null && packed.Position >= packed.Length)
                    return 0;
                current ??= new BZip2InputStream(packed) { IsStreamOwner = false };
                var read = current.Read(buffer, offset, count);
                if (read > 0)
                    return read;
                current.Dispose();
                current = null;
            }
            return 0;
        }
        catch (Exception broken) when (broken is SharpZipBaseException or EndOfStreamException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"the bzip2 archive is broken ({broken.Message.TrimEnd('.')}); delete the file and fetch it again.", broken);
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            current?.Dispose();
            packed.Dispose();
        }
        base.Dispose(disposing);
    }
}
