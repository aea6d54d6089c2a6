using System.Text.Json;

namespace MatNotebooks.Bench.PgGos;

/// <summary>Finished searches in a file, one JSON line each, with which an interrupted experiment goes on; of other settings they are passed over.</summary>
internal sealed class SearchLedger
{
    private readonly string path, settings;
    private readonly List<Entry> entries = [];
    private readonly Lock turn = new();

    public SearchLedger(string path, string settings)
    {
        (this.path, this.settings) = (path, settings);
        if (File.Exists(path)) entries.AddRange(File.ReadLines(path).Select(TryRead).OfType<Entry>().Where(entry => entry.Settings == settings));
    }

    /// <summary>Which calls found something; null where this search was not finished.</summary>
    public int[]? Find(string target, string policy, int seed)
    {
        lock (turn) return entries.Find(entry => (entry.Target, entry.Policy, entry.Seed) == (target, policy, seed))?.Found;
    }

    public void Add(string target, string policy, int seed, int[] found)
    {
        var entry = new Entry(settings, target, policy, seed, found);
        lock (turn)
        {
            entries.Add(entry);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.AppendAllText(path, JsonSerializer.Serialize(entry) + "\n");
        }
    }

    private static Entry? TryRead(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Entry>(line);
        }
        catch (JsonException)
        {
            return null; // cut short by a kill
        }
    }

    private sealed record Entry(string Settings, string Target, string Policy, int Seed, int[] Found);
}
