using System.Text;

namespace MatNotebooks.Kernel.Session.Documentation;

/// <summary>Where each member's text lies in one XML documentation file; the text itself is read when asked for.</summary>
internal sealed class DocumentationFile
{
    private static readonly byte[] Start = Encoding.UTF8.GetBytes("<member name=\"");
    private static readonly byte[] End = Encoding.UTF8.GetBytes("</member>");
    private readonly string path;
    private readonly Dictionary<ulong, (int At, int Length)> members = [];

    /// <summary>Reads through a file once, and keeps eight bytes of each name rather than the file.</summary>
    public DocumentationFile(string path)
    {
        this.path = path;
        ReadOnlySpan<byte> text = File.ReadAllBytes(path);
        for (var at = 0; text[at..].IndexOf(Start) is >= 0 and var next; )
        {
            var begin = at + next;
            var name = text[(begin + Start.Length)..];
            var quote = name.IndexOf((byte)'"');
            var length = text[begin..].IndexOf(End);
            if (quote < 0 || length < 0)
                return;
            members[Hash(name[..quote])] = (begin, length + End.Length);
            at = begin + length;
        }
    }

    /// <summary>The member's element; null when the file has none of this id.</summary>
    public string? Find(string id)
    {
        if (!members.TryGetValue(Hash(Encoding.UTF8.GetBytes(id)), out var place))
            return null;
        using var file = File.OpenHandle(path);
        var bytes = new byte[place.Length];
        var read = RandomAccess.Read(file, bytes, place.At);
        return Encoding.UTF8.GetString(bytes, 0, read);
    }

    // FNV-1a: two of a hundred thousand names meet with a chance of one in a billion.
    private static ulong Hash(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
            hash = (hash ^ letter) * 1099511628211UL;
        return hash;
    }
}
