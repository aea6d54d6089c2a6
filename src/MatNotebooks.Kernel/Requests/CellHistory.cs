using System.IO.Enumeration;
using System.Text.Json;

namespace MatNotebooks.Kernel.Requests;

/// <summary>
/// The cells that ran, in this session of the kernel and in those before. They are kept in a file, one line of JSON each,
/// which several kernels may write at the same time; a line that is torn is passed over.
/// </summary>
internal sealed class CellHistory
{
    /// <summary>How many cells are read from the file; it is shortened to them when it has grown to twice as many.</summary>
    public const int Limit = 5000;

    private const int LongestCode = 20_000;
    private readonly Lock gate = new();
    private readonly string? path;
    private readonly Lazy<List<HistoryEntry>> entries;
    private int session;

    /// <param name="path">The file; null to remember nothing beyond this session.</param>
    public CellHistory(string? path)
    {
        this.path = path;
        entries = new(Load);
    }

    /// <summary>The file of this user.</summary>
    public static string UserFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "matnotebooks", "history.jsonl");

    public void Add(int count, string code)
    {
        lock (gate)
        {
            var all = entries.Value;
            var entry = new HistoryEntry(session, count, code);
            all.Add(entry);
            if (path is not null && code.Length <= LongestCode)
                Append(entry);
        }
    }

    /// <summary>The last cells, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count)
    {
        lock (gate)
            return [.. entries.Value.TakeLast(Math.Max(0, count))];
    }

    /// <summary>Cells of one session.</summary>
    /// <param name="of">Its number; 0 for this one, -1 for the one before.</param>
    /// <param name="start">The first cell's number.</param>
    /// <param name="stop">The number behind the last one's.</param>
    public IReadOnlyList<HistoryEntry> Range(int of, int start, int stop)
    {
        lock (gate)
        {
            var all = entries.Value;
            var wanted = of > 0 ? of : session + of;
            return [.. all.Where(entry => entry.Session == wanted && entry.Count >= start && entry.Count < stop)];
        }
    }

    /// <summary>The last cells that look like a pattern with <c>*</c> and <c>?</c>, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int count, bool unique)
    {
        lock (gate)
        {
            var found = entries.Value.Where(entry => FileSystemName.MatchesSimpleExpression(pattern.AsSpan(), entry.Code.AsSpan(), ignoreCase: false));
            if (unique)
                found = found.Reverse().DistinctBy(entry => entry.Code, StringComparer.Ordinal).Reverse();
            return [.. found.TakeLast(Math.Max(0, count))];
        }
    }

    private List<HistoryEntry> Load()
    {
        var read = new List<HistoryEntry>();
        try
        {
            if (path is not null && File.Exists(path))
                read.AddRange(File.ReadLines(path).Select(Parse).OfType<HistoryEntry>());
            if (read.Count > 2 * Limit)
                Shorten(read);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The history of other sessions is a convenience: without it the kernel runs all the same.
        }
        session = read.Select(entry => entry.Session).DefaultIfEmpty().Max() + 1;
        return [.. read.TakeLast(Limit)];
    }

    private void Shorten(List<HistoryEntry> read)
    {
        var fresh = $"{path}.{Environment.ProcessId}";
        File.WriteAllLines(fresh, read.TakeLast(Limit).Select(entry => JsonSerializer.Serialize(entry)));
        File.Move(fresh, path!, overwrite: true);
    }

    private static HistoryEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryEntry>(line) is { Code: not null } entry ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Append(HistoryEntry entry)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path!)!);
            var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path!, options);
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry), (byte)'\n']);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
