using System.Collections.Immutable;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Search;

public sealed class OracleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("oracle-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_calculation_is_run_once_and_kept_in_the_ledger()
    {
        var calculator = new Bands();
        var candidate = new Candidate("rocksalt", Composition.Parse("NaCl"), Salt(5.64));
        using (var ledger = CampaignLedger.Open(Path.Combine(folder.FullName, "designs.db")))
        {
            var oracle = new CalculatorOracle(calculator, ledger, [CalculatedProperty.BandGap, CalculatedProperty.Density]);
            var answer = await oracle.AskAsync(candidate);
            Assert.Equal(5.64, answer.Values["band_gap"], 12);
            Assert.Equal(candidate.Structure!.Density, answer.Values["density"], 12);
            Assert.Equal(["band_gap (eV)", "density (g/cm3)"], oracle.Properties.Select(property => property.ToString()));
            Assert.Null(oracle.Reach(oracle.Properties[0]));
        }
        using var again = CampaignLedger.Open(Path.Combine(folder.FullName, "designs.db"));
        Assert.Equal(5.64, (await new CalculatorOracle(calculator, again, [CalculatedProperty.BandGap]).AskAsync(candidate)).Values["band_gap"], 12);
        Assert.Equal(1, calculator.Calls);
        Assert.Equal(1, again.Status().Done);
    }

    [Fact]
    public async Task What_a_calculation_lacks_is_said()
    {
        using var ledger = CampaignLedger.Open(Path.Combine(folder.FullName, "designs.db"));
        var oracle = new CalculatorOracle(new Bands(), ledger, [CalculatedProperty.BandGap]);
        Assert.Contains("has no structure", (await oracle.AskAsync(new("NaCl", Composition.Parse("NaCl")))).Failure!.Message);
        Assert.Equal(FailureKind.Crashed, (await oracle.AskAsync(new("tight", Composition.Parse("NaCl"), Salt(3)))).Failure!.Kind);
        var gapless = await oracle.AskAsync(new("wide", Composition.Parse("NaCl"), Salt(9)));
        Assert.Contains("gave no band_gap for wide", gapless.Failure!.Message);
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_a_failure_with_words()
    {
        var answer = await GridOfNumbers.Oracle.AskAsync(new("elsewhere", Composition.Parse("NaCl")));
        Assert.Equal((FailureKind.BadInput, "No record of elsewhere; take it out of the candidates."), (answer.Failure!.Kind, answer.Failure.Message));
        Assert.Contains("0 records", Assert.Throws<ArgumentException>(() => new RecordedOracle("nothing", [GridOfNumbers.Bowl], [])).Message);
        Assert.Contains("must be finite", Assert.Throws<ArgumentException>(() => new RecordedOracle(
            "bad", [GridOfNumbers.Bowl], [KeyValuePair.Create("a", ImmutableDictionary<string, double>.Empty.Add("bowl", double.NaN))])).Message);
    }

    [Fact]
    public void A_journal_of_another_oracle_is_refused()
    {
        var path = Path.Combine(folder.FullName, "journal.jsonl");
        File.WriteAllText(path, "{\"Oracle\":\"another\",\"Candidate\":\"a\",\"Values\":{\"bowl\":1},\"Failure\":null}\n");
        Assert.Contains("holds answers of \"another\", not of \"a bowl\"", Assert.Throws<InvalidDataException>(() => new JournalOracle(GridOfNumbers.Oracle, path)).Message);
    }

    private static Crystal Salt(double edge) => new(Lattice.Cubic(edge), [new("Na", new(0, 0, 0)), new("Cl", new(0.5, 0.5, 0.5))]);

    /// <summary>A gap of as many eV as the cell's edge has Å; none above 8 Å; it dies below 4 Å.</summary>
    private sealed class Bands : ICalculator
    {
        public int Calls { get; private set; }

        public string Description => "bands";

        public string InputHash(CalculationTask task) => $"{task.Crystal!.Lattice.A.Length:F3}".PadLeft(64, '0');

        public Task<CalculationOutcome> CalculateAsync(CalculationTask task, CancellationToken cancellation = default)
        {
            Calls++;
            var edge = task.Crystal!.Lattice.A.Length;
            return Task.FromResult(edge < 4
                ? CalculationOutcome.Of(FailureKind.Crashed, "too tight")
                : CalculationOutcome.Of(new CalculationResult { Energy = -1, Gap = edge > 8 ? null : edge, Crystal = task.Crystal, CoreSeconds = 1, Source = new("bands", "1", "") }));
        }
    }
}
