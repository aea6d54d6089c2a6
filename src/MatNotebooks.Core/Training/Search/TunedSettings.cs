using System.Collections.Immutable;
using System.Globalization;

namespace MatNotebooks.Training.Search;

/// <summary>Settings that a search found best, to train with.</summary>
/// <param name="Values">The value of each, by the names of <see cref="PropertyTuning.Space"/>.</param>
public sealed record TunedSettings(ImmutableSortedDictionary<string, double> Values)
{
    /// <summary>The settings with the least error among those that were given the greatest budget, of the search the file was last used for.</summary>
    /// <param name="path">The file of a <see cref="TrialLedger"/>.</param>
    /// <exception cref="InvalidDataException">There is no such file, no finished trial in it, or a setting that is not known.</exception>
    public static TunedSettings Read(string path)
    {
        var trials = File.Exists(path)
            ? TrialLedger.LastSearch(path)
            : throw new InvalidDataException($"There are no settings in {path}: the file is not there. Make it with matnb tune --out {path}.");
        var best = trials.Where(trial => double.IsFinite(trial.Error)).OrderByDescending(trial => trial.Budget).ThenBy(trial => trial.Error).ThenBy(trial => trial.Number).FirstOrDefault()
            ?? throw new InvalidDataException($"There are no settings in {path}: no trial of it has ended with an error that is finite. Give matnb tune more trials.");
        var known = PropertyTuning.Space.Select(dimension => dimension.Name).ToArray();
        return best.Settings.Keys.FirstOrDefault(name => !known.Contains(name)) is { } strange
            ? throw new InvalidDataException($"{path} holds the setting '{strange}', which is not known; settings are {string.Join(", ", known)}. Search again with matnb tune.")
            : new(best.Settings);
    }

    /// <summary>"batch-size 32, cutoff 6.1, ..."; the same settings give the same words.</summary>
    public override string ToString() => string.Join(", ", Values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {pair.Value:R}")));
}
