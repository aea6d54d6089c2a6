using System.Collections.Immutable;
using MatNotebooks.Journals;

namespace MatNotebooks.Training.Search;

/// <summary>A file of finished evaluations, one JSON line each, with which an interrupted search goes on. A line that a kill cut short is passed over.</summary>
public sealed class TrialLedger
{
    private readonly Lock turn = new();
    private readonly Dictionary<(int Trial, int Budget), Entry> entries = [];
    private readonly JournalFile<Entry> file;
    private readonly string settings;

    /// <summary>Opens a ledger; the file need not be there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="settings">What the search depends on (data, space, options); evaluations of other settings are passed over.</param>
    public TrialLedger(string path, string settings)
    {
        (file, this.settings) = (new(path), settings);
        foreach (var entry in file.Read())
            if (entry.Search == settings) entries[(entry.Trial, entry.Budget)] = entry;
    }

    /// <summary>The trials of the search that wrote the last line of a file; none where it holds none.</summary>
    internal static IReadOnlyList<Trial> LastSearch(string path)
    {
        var entries = new JournalFile<Entry>(path).Read().Where(entry => entry is { Search: not null, Settings: not null }).ToArray();
        return [.. entries.Where(entry => entry.Search == entries[^1].Search).GroupBy(entry => entry.Trial).Select(trial => new Trial(
            trial.Key,
            trial.Last().Settings.ToImmutableSortedDictionary(StringComparer.Ordinal),
            trial.DistinctBy(entry => entry.Budget).ToImmutableSortedDictionary(entry => entry.Budget, entry => entry.Error ?? double.PositiveInfinity)))];
    }

    /// <summary>The error of a finished evaluation; null where it is not there, or was of other values.</summary>
    internal double? Find(Trial trial, int budget)
    {
        lock (turn)
            return entries.TryGetValue((trial.Number, budget), out var entry) && trial.Settings.All(pair => entry.Settings.GetValueOrDefault(pair.Key, double.NaN) == pair.Value)
                ? entry.Error ?? double.PositiveInfinity
                : null;
    }

    /// <summary>Writes a finished evaluation to the file.</summary>
    internal void Add(Trial trial, int budget, double error)
    {
        var entry = new Entry(settings, trial.Number, budget, trial.Settings.ToDictionary(), double.IsFinite(error) ? error : null);
        lock (turn)
        {
            entries[(trial.Number, budget)] = entry;
            file.Add(entry);
        }
    }

    private sealed record Entry(string Search, int Trial, int Budget, Dictionary<string, double> Settings, double? Error);
}
