using System.Globalization;
using System.Text.Json;
using MatNotebooks.Bench.Results;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Filters;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Metrics;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using MatNotebooks.Simulation.Gpaw;
using Spectre.Console;

namespace MatNotebooks.Bench.PgGos;

/// <summary>
/// Designs that no training has seen, verified by density-functional theory: octet compounds of new elements, the two of each target that most
/// probably meet it. All forecasts are written to the campaign's ledger before GPAW computes the first energy, and stay as they were
/// written; then GPAW says what is true.
/// </summary>
internal sealed class DftExperiment
{
    private const string ForecastsFact = "forecasts", TrialsFact = "trials";
    private const int DesignsOfTarget = 2;

    private readonly ResultTable table = new("dft_verified");
    private readonly OctetDataset octets = OctetDataset.Load();

    /// <summary>Forecasts what is not in the ledger, computes what is not, and compares.</summary>
    public void Run()
    {
        using var ledger = CampaignLedger.Open(Path.Combine(DataFolders.Repository, "out", "pg-gos", "dft.db"));
        if (ledger.Fact(ForecastsFact) is null) Forecast(ledger);
        foreach (var row in JsonSerializer.Deserialize<ResultRow[]>(ledger.Fact(TrialsFact)!)!) table.Report(row);
        var targets = NewOctets.Targets(octets).ToDictionary(pair => pair.Name, pair => pair.Target);
        var oracle = new OctetCurveOracle(new GpawCalculator(new() { Limit = TimeSpan.FromMinutes(10) }), ledger);
        foreach (var design in JsonSerializer.Deserialize<Design[]>(ledger.Fact(ForecastsFact)!)!)
        {
            var spent = ledger.Status().CoreSeconds;
            var answer = oracle.AskAsync(design.Candidate()).GetAwaiter().GetResult();
            if (answer.Failure is { Kind: FailureKind.NotInstalled or FailureKind.NoRoom } fatal) throw new CalculationException(design.Name, fatal);
            Report(design, targets[design.Target], answer, ledger);
            AnsiConsole.MarkupLineInterpolated($"  {ledger.Status().CoreSeconds - spent:f0} s of GPAW");
        }
        AnsiConsole.MarkupLineInterpolated($"written to {table.FilePath}");
    }

    private void Forecast(CampaignLedger ledger)
    {
        using var forecaster = OctetForecaster.Train(octets, progress: new Ensembles());
        var candidates = NewOctets.Candidates(octets);
        var forecasts = forecaster.Of(candidates).OfType<OctetForecast>().ToArray();
        var funnel = OctetDesign.Filters.Run([.. forecasts.Select(one => new FilterSubject(new OctetCandidate(one.Curve, one.LatticeConstant.Value).Structure!))]);
        var passing = forecasts.Zip(funnel.Refusals).Where(pair => pair.Second is null).Select(pair => pair.First).ToArray();
        AnsiConsole.MarkupLineInterpolated($"{candidates.Length} candidates, {forecasts.Length} have a forecast");
        AnsiConsole.MarkupLineInterpolated($"{funnel}");
        var chosen = new List<Design>();
        foreach (var (name, target) in NewOctets.Targets(octets))
            chosen.AddRange(passing.Where(one => chosen.All(other => other.Name != one.Curve.ToString()))
                .OrderByDescending(one => one.Probability(target)).Take(DesignsOfTarget)
                .Select(one => Design.Of(one, name, one.Probability(target))));
        foreach (var design in chosen) AnsiConsole.MarkupLineInterpolated($"{design}");
        ledger.PutFact(TrialsFact, JsonSerializer.Serialize(Rows(candidates.Length, funnel, forecaster)));
        ledger.PutFact(ForecastsFact, JsonSerializer.Serialize(chosen));
    }

    private static IEnumerable<ResultRow> Rows(int candidates, FilterFunnel funnel, OctetForecaster forecaster)
    {
        yield return new("pool", "candidates", candidates, "1");
        yield return new("pool", "forecast", funnel.Refusals.Length, "1");
        foreach (var (filter, _, refused) in funnel.Steps) yield return new("pool", $"refused_by_{filter.Replace(' ', '_')}", refused, "1");
        yield return new("pool", "passed_filters", funnel.Passed, "1");
        var trials = forecaster.Trials;
        yield return new("calibration", "compounds_left_out", trials.Length + forecaster.NotForecast, "1");
        yield return new("calibration", "not_forecast", forecaster.NotForecast, "1");
        foreach (var property in OctetEquilibrium.Properties)
        {
            var errors = trials.Select(trial => Math.Abs(trial.Forecast.Of(property.Name).Value - trial.Actual.Values[property.Name])).ToArray();
            yield return new("calibration", $"mean_absolute_error_{property.Name}", errors.Average(), property.Unit);
            yield return new("calibration", $"inside_{property.Name}", trials.Average(trial => Inside(trial.Forecast.Of(property.Name), trial.Actual.Values[property.Name])), "1");
        }
    }

    private void Report(Design design, DesignTarget target, OracleAnswer answer, CampaignLedger ledger)
    {
        var name = design.Name;
        foreach (var window in target.Windows)
            Put(new(name, $"target_{window.Property.Name}", double.IsFinite(window.Upper) ? (window.Lower + window.Upper) / 2 : window.Lower, window.Property.Unit)
            {
                Lower = window.Lower, Upper = double.IsFinite(window.Upper) ? window.Upper : null,
            });
        Put(new(name, $"target_of_{design.Target}", design.Probability, "1"));
        foreach (var property in OctetEquilibrium.Properties)
        {
            var said = design.Forecasts[property.Name];
            Put(new(name, $"predicted_{property.Name}", said.Value, property.Unit) { Lower = said.Lower, Upper = said.Upper });
            if (!answer.Values.TryGetValue(property.Name, out var value)) continue;
            Put(new(name, $"computed_{property.Name}", value, property.Unit));
            Put(new(name, $"inside_{property.Name}", Inside(said, value), "1"));
        }
        Put(new(name, "failed", answer.Failure is null ? 0 : 1, "1"));
        if (answer.Failure is { } failure) AnsiConsole.MarkupLineInterpolated($"{name}: {failure.Kind}: {failure.Message}");
        else Put(new(name, "target_met", target.IsMetBy(answer.Values) ? 1 : 0, "1"));
        var mine = ledger.Entries.Where(entry => entry.Name.StartsWith($"octet-{name.Replace(' ', '-')}-", StringComparison.Ordinal)).ToArray();
        Put(new(name, "calculations", mine.Length, "1"));
        Put(new(name, "core_seconds", mine.Sum(entry => entry.CoreSeconds), "s"));
    }

    private static double Inside(Interval interval, double value) => value >= interval.Lower && value <= interval.Upper ? 1 : 0;

    private void Put(ResultRow row) => table.Report(row);

    private sealed record Design(string Name, string First, string Second, string Prototype, string Target, double Probability, double Start, Dictionary<string, Interval> Forecasts)
    {
        public static Design Of(OctetForecast forecast, string target, double probability) => new(
            forecast.Curve.ToString(), forecast.Curve.Compound.First, forecast.Curve.Compound.Second, forecast.Curve.Prototype.Name, target, probability,
            Math.Round(forecast.LatticeConstant.Value, 4), OctetEquilibrium.Properties.ToDictionary(property => property.Name, property => forecast.Of(property.Name)));

        public OctetCandidate Candidate() => new(new(new(First, Second), Crystals.Prototype.Of(Prototype)), Start);

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture, $"{Name} for {Target}, {Probability:P0}: {string.Join(", ", Forecasts.Select(pair => $"{pair.Key} {pair.Value.Value:g3} ({pair.Value.Lower:g3} to {pair.Value.Upper:g3})"))}");
    }

    private sealed class Ensembles : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => AnsiConsole.MarkupLineInterpolated($"ensemble {value.Done} of {value.Of}");
    }
}
