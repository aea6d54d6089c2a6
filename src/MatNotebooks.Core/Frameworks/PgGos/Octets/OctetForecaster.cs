using System.Collections.Immutable;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Simulation.Octet;
using MatNotebooks.Training.Learning;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>
/// Lattice constant, bulk modulus and gap of octet compounds that nobody has calculated, with intervals that were measured on elements the
/// networks had never seen: each part of the elements is left out in its turn, with every compound that has one of them.
/// </summary>
/// <remarks>
/// The networks learn, from a crystal at any lattice constant, how far it is from that of least energy, and what bulk modulus and gap it
/// has there. A compound is asked at many lattice constants; where the distance is none is the forecast. The intervals hold for a compound
/// with one new element drawn like those left out; they do not hold for two, nor for another kind of compound.
/// </remarks>
public sealed class OctetForecaster : IDisposable
{
    private readonly EnsemblePredictor networks;
    private readonly ImmutableArray<NormalizedConformal> intervals; // of each quantity of a RawForecast

    private OctetForecaster(EnsemblePredictor networks, ImmutableArray<NormalizedConformal> intervals) => (this.networks, this.intervals) = (networks, intervals);

    /// <summary>Compounds left out while calibrating, with what was forecast of them by networks that did not know one of their elements.</summary>
    public required ImmutableArray<(OctetEquilibrium Actual, OctetForecast Forecast)> Trials { get; init; }

    /// <summary>How many compounds were left out for which the networks found no lattice constant of least energy.</summary>
    public required int NotForecast { get; init; }

    /// <summary>Trains and calibrates.</summary>
    /// <param name="table">What is learned from.</param>
    /// <param name="options">How. The default is what <see cref="ForecastOptions"/> begins with.</param>
    /// <param name="progress">Told of every ensemble that was trained: how many of how many. The default is nobody.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">Too few compounds to calibrate with.</exception>
    public static OctetForecaster Train(
        OctetDataset table, ForecastOptions? options = null, IProgress<(int Done, int Of)>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var learning = new OctetLearning(table, options);
        var trials = new List<(OctetEquilibrium Actual, RawForecast? Raw)>();
        foreach (var (number, left) in learning.ElementFolds().Index())
        {
            using var part = learning.Learn(curve => !curve.Compound.Elements.Any(left.Contains), cancellation);
            OctetEquilibrium[] asked = [.. learning.Equilibria.Where(equilibrium => equilibrium.Curve.Compound.Elements.Distinct().Count(left.Contains) == 1)];
            trials.AddRange(asked.Zip(RawForecast.Of(part, [.. asked.Select(equilibrium => equilibrium.Curve)])));
            progress?.Report((number + 1, options.Folds + 1));
        }
        var judged = trials.Where(trial => trial.Raw is not null).Select(trial => (trial.Actual, Raw: trial.Raw!)).ToArray();
        ImmutableArray<NormalizedConformal> intervals = [.. Enumerable.Range(0, RawForecast.Count).Select(which => NormalizedConformal.Fit(
            [.. judged.Select(trial => trial.Raw.Values[which] - RawForecast.ScaleOf(trial.Actual)[which])],
            [.. judged.Select(trial => trial.Raw.Deviations[which])], options.Coverage))];
        var whole = learning.Learn(_ => true, cancellation);
        progress?.Report((options.Folds + 1, options.Folds + 1));
        return new(whole, intervals)
        {
            Trials = [.. judged.Select(trial => (trial.Actual, trial.Raw.With(intervals, trial.Actual.Curve)))], NotForecast = trials.Count - judged.Length,
        };
    }

    /// <summary>Forecasts, in the order of the curves; null where the networks find no lattice constant of least energy.</summary>
    public IReadOnlyList<OctetForecast?> Of(IReadOnlyList<PlannedCurve> curves) =>
        [.. curves.Zip(RawForecast.Of(networks, curves), (curve, raw) => raw?.With(intervals, curve))];

    /// <summary>Frees the networks.</summary>
    public void Dispose() => networks.Dispose();
}
