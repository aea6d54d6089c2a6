using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Octets;

public sealed class OctetForecasterTests
{
    [Fact]
    public void Forecasts_of_elements_never_seen_hold_the_share_they_promise_and_are_near()
    {
        var path = Path.Combine(Path.GetTempPath(), $"octets-{Guid.NewGuid():N}.jsonl.gz");
        try
        {
            OctetDataset.Write(path, OctetDataset.Load().Records.Where(record => record.Crystal.Sites.All(site => site.Element.Symbol is "Mg" or "Ca" or "Sr" or "S" or "Se" or "Te")));
            using var forecaster = OctetForecaster.Train(OctetDataset.Load(path), new() { Members = 2, Epochs = 8, Folds = 2, Coverage = 0.85, Seed = 1 });
            Assert.True(forecaster.Trials.Length >= 6, $"{forecaster.Trials.Length} trials, {forecaster.NotForecast} without a forecast");
            foreach (var property in OctetEquilibrium.Properties)
            {
                var inside = forecaster.Trials.Count(trial => trial.Forecast.Of(property.Name) is var said && trial.Actual.Values[property.Name] >= said.Lower && trial.Actual.Values[property.Name] <= said.Upper);
                Assert.True(inside >= 0.85 * forecaster.Trials.Length, $"{property.Name}: {inside} of {forecaster.Trials.Length}");
            }
            PlannedCurve unseen = new(new("Ba", "S"), Prototype.Rocksalt);
            var forecast = Assert.Single(forecaster.Of([unseen]))!;
            Assert.Equal(unseen, forecast.Curve);
            Assert.InRange(forecast.LatticeConstant.Value, 5.5, 7.5); // 6.4 Å in the table
            Assert.True(forecast.LatticeConstant.Lower < forecast.LatticeConstant.Value && forecast.LatticeConstant.Value < forecast.LatticeConstant.Upper);
            Assert.Empty(forecaster.Of([]));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void The_probability_of_a_target_is_that_of_its_windows_together()
    {
        var reach = 1.6448536; // of 90 %, in standard deviations
        var forecast = new OctetForecast(
            new(new("Mg", "S"), Prototype.Rocksalt), new(5, 5 - (0.1 * reach), 5 + (0.1 * reach)), new(80, 80 - (10 * reach), 80 + (10 * reach)), new(2, 2, 2), 0.9);
        double Of(string target) => forecast.Probability(DesignTarget.Parse(target, OctetEquilibrium.Properties));
        Assert.Equal(0.682689, Of("lattice_constant=5±0.1 Å"), 1e-5);
        Assert.Equal(0.841345 * 0.682689, Of("lattice_constant=5±0.1 Å, bulk_modulus>=70 GPa"), 1e-5);
        Assert.Equal(0, Of("band_gap>=2.1 eV"), 1e-9);
        Assert.Throws<ArgumentException>(() => forecast.Of("density"));
    }

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Contains("Members is 1; it must be at least 2", Assert.Throws<ArgumentOutOfRangeException>(() => new ForecastOptions { Members = 1 }).Message);
        Assert.Contains("Coverage is 1; it must be between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(() => new ForecastOptions { Coverage = 1 }).Message);
    }
}
