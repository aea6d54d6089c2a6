using System.Collections.Concurrent;

namespace MatNotebooks.Simulation;

/// <summary>A calculator that computes nothing twice: what is in its cache is taken from there, and equal tasks at one time run once.</summary>
/// <remarks>Failures are not kept; they are tried again.</remarks>
public sealed class CachedCalculator : ICalculator
{
    private readonly ICalculator inner;
    private readonly CalculationCache cache;
    private readonly IProgress<string>? warnings;
    private readonly ConcurrentDictionary<string, Lazy<Task<CalculationOutcome>>> running = new();

    /// <summary>Puts a cache before a calculator.</summary>
    /// <param name="inner">What computes.</param>
    /// <param name="cache">Where results are kept. The default is the cache of this machine.</param>
    /// <param name="warnings">Told when a result cannot be kept; the result is given all the same. The default is nobody.</param>
    public CachedCalculator(ICalculator inner, CalculationCache? cache = null, IProgress<string>? warnings = null) =>
        (this.inner, this.cache, this.warnings) = (inner, cache ?? new(), warnings);

    /// <inheritdoc/>
    public string Description => inner.Description;

    /// <inheritdoc/>
    public string InputHash(CalculationTask task) => inner.InputHash(task);

    /// <inheritdoc/>
    public async Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
    {
        var hash = inner.InputHash(task);
        if (cache.Find(hash) is { } known) return CalculationOutcome.Of(Named(known, task));
        var mine = new Lazy<Task<CalculationOutcome>>(() => ComputeAsync(hash, task, cancellation));
        var shared = running.GetOrAdd(hash, mine);
        try
        {
            var outcome = await shared.Value.ConfigureAwait(false);
            return outcome.Result is { } result ? CalculationOutcome.Of(Named(result, task)) : outcome;
        }
        catch (OperationCanceledException) when (shared != mine && !cancellation.IsCancellationRequested)
        {
            return await CalculateAsync(task, cancellation).ConfigureAwait(false); // who asked first gave up, not this one
        }
        finally
        {
            running.TryRemove(KeyValuePair.Create(hash, mine));
        }
    }

    private async Task<CalculationOutcome> ComputeAsync(string hash, CalculationTask task, CancellationToken cancellation)
    {
        var outcome = await inner.CalculateAsync(task, cancellation).ConfigureAwait(false);
        if (outcome.Result is null) return outcome;
        try
        {
            cache.Keep(hash, outcome.Result);
        }
        catch (IOException error)
        {
            warnings?.Report(error.Message);
        }
        return outcome;
    }

    // A hash knows no names: the result bears that of the task it answers.
    private static CalculationResult Named(CalculationResult result, CalculationTask task) => result with
    {
        Crystal = result.Crystal?.WithId(task.Crystal?.Id),
        Molecule = result.Molecule is { } molecule ? new(molecule.Atoms, task.Molecule?.Id) : null,
    };
}
