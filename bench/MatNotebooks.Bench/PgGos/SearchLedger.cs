using MatNotebooks.Journals;

namespace MatNotebooks.Bench.PgGos;

/// <summary>Finished searches in a file, one JSON line each, with which an interrupted experiment goes on; of other settings they are passed over.</summary>
internal sealed class SearchLedger
{
    private readonly JournalFile<Entry> file;
    private readonly string settings;
    private readonly List<Entry> entries = [];
    private readonly Lock turn = new();

    public SearchLedger(string path, string settings)
    {
        (file, this.settings) = (new(path), settings);
        entries.AddRange(file.Read().Where(entry => entry.Settings == settings));
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
            file.Add(entry);
        }
    }

    private sealed record Entry(string Settings, string Target, string Policy, int Seed, int[] Found);
}
