using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MatNotebooks.Simulation;

/// <summary>The finished calculations of a campaign in a file: one JSON object per line, only ever added to.</summary>
/// <remarks>
/// A line is on the disk before <see cref="Append"/> returns, so a process that dies loses the calculation it was running and nothing
/// else. A last line that was cut short is dropped at the next opening. One process at a time may hold a ledger.
/// </remarks>
public sealed class CampaignLedger : IDisposable
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly FileStream file;
    private readonly List<LedgerEntry> entries = [];
    private readonly Lock gate = new();

    private CampaignLedger(FileStream file) => this.file = file;

    /// <summary>What is in the ledger, oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get { lock (gate) return [.. entries]; }
    }

    /// <summary>Opens a ledger; makes it, and its folder, where there is none.</summary>
    /// <exception cref="InvalidDataException">A line is not a ledger entry; the message names file and line.</exception>
    /// <exception cref="IOException">Another process holds the ledger, or the disk refuses.</exception>
    public static CampaignLedger Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var ledger = new CampaignLedger(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            ledger.Load(path);
            return ledger;
        }
        catch
        {
            ledger.Dispose();
            throw;
        }
    }

    /// <summary>Adds a finished calculation and waits until it is on the disk. May be called from any thread.</summary>
    public void Append(LedgerEntry entry)
    {
        var line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Json) + "\n");
        lock (gate)
        {
            file.Write(line);
            file.Flush(flushToDisk: true);
            entries.Add(entry);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => file.Dispose();

    private void Load(string path)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        file.SetLength(whole);
        file.Position = whole;
        var lines = Encoding.UTF8.GetString(bytes, 0, whole).Split('\n');
        for (var number = 1; number < lines.Length; number++)
            entries.Add(Parse(lines[number - 1], path, number));
    }

    private static LedgerEntry Parse(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<LedgerEntry>(line, Json) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{path}, line {number}: not a ledger entry ({error.Message}) Remove the line, or the file to start anew.", error);
        }
    }
}
