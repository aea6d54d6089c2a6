using System.Text;

namespace MatNotebooks.Kernel.Requests;

/// <summary>The whole output of one cell, on disk.</summary>
internal sealed class SpillFile : IDisposable
{
    /// <summary>What is kept; an endless loop that prints must not fill the disk.</summary>
    public const long Limit = 4L << 30;

    private readonly StreamWriter? writer;
    private long written;

    public SpillFile(string path)
    {
        FilePath = path;
        try
        {
            writer = new StreamWriter(path, new UTF8Encoding(false), new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16 });
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Trouble = refused.Message;
        }
    }

    public string FilePath { get; }

    /// <summary>Why the rest is lost; null while all is kept.</summary>
    public string? Trouble { get; private set; }

    public void Write(string text)
    {
        if (Trouble is not null)
            return;
        try
        {
            writer!.Write(text);
            written += text.Length;
            Trouble = written > Limit ? $"the file holds {Limit >> 30} GiB" : null;
        }
        catch (IOException full)
        {
            Trouble = full.Message;
        }
    }

    public void Flush()
    {
        try
        {
            writer?.Flush();
        }
        catch (IOException full)
        {
            Trouble ??= full.Message;
        }
    }

    public void Dispose()
    {
        Flush();
        try
        {
            writer?.Dispose();
        }
        catch (IOException full)
        {
            Trouble ??= full.Message;
        }
    }
}
