using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Octets;

public sealed class OctetSearchTests : IDisposable
{
    private static readonly string[] Chalcogenides = ["Be", "Mg", "Ca", "Zn", "Cd", "O", "S", "Se", "Te"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("designs-");

    public void Dispose() => folder.Delete(recursive: true);

    private string Journal => Path.Combine(folder.FullName, "answers.jsonl");

    [Fact]
    public async Task What_is_found_is_what_the_table_has()
    {
        var found = await new OctetSearch("band_gap=2.0±0.5 eV, bulk_modulus>=50 GPa", new() { Elements = Chalcogenides, Search = new() { Budget = 40 } }).RunAsync();
        var truth = OctetEquilibrium.Of(OctetDataset.Load())
            .Where(one => one.Curve.Compound.Elements.All(element => Chalcogenides.Contains(element.Symbol)) && Math.Abs(one.Gap - 2) <= 0.5 && one.BulkModulus >= 50)
            .Select(one => one.Curve.ToString()).ToArray();
        Assert.NotEmpty(truth);
        Assert.Equal(truth.Order(), found.Hits.Select(trial => trial.Candidate.Id).Order());
        Assert.Equal((40, 40, 40), (found.Search.Candidates.Length, found.Trials.Length, found.Calls.Calls.Length));
        Assert.Empty(found.Trials[0].Promised); // nothing was known yet
        Assert.All(found.Trials.Skip(1), trial => Assert.True(trial.Promised["band_gap"].Deviation > 0 && trial.Promised["band_gap"].Value >= 0));
        Assert.All(found.Trials, trial => Assert.Equal(trial.Call.IsHit ? "as wanted" : "not as wanted", trial.Verdict));
    }

    /// <summary>Half of what there is, over targets that the policy's numbers were not made for.</summary>
    [Fact]
    public async Task The_policy_that_knows_chemistry_asks_less_often_than_chance()
    {
        string[] targets = ["band_gap=2.0±0.3 eV", "lattice_constant=5.65±0.1 Å, bulk_modulus>=50 GPa", "band_gap>=1 eV, bulk_modulus>=100 GPa"];
        var calls = new Dictionary<string, double> { ["pg-gos"] = 0, ["random"] = 0 };
        foreach (var target in targets)
            foreach (var policy in calls.Keys)
                for (var seed = 0; seed < 4; seed++)
                {
                    var found = await new OctetSearch(target, new() { Policy = policy, Seed = seed, Search = new() { Budget = 200 } }).RunAsync();
                    calls[policy] += found.Calls.CallsTo((found.Hits.Length + 1) / 2)!.Value;
                }
        Assert.True(calls["pg-gos"] < 0.5 * calls["random"], $"pg-gos {calls["pg-gos"]}, random {calls["random"]}");
    }

    [Fact]
    public async Task An_oracle_that_fails_half_the_time_is_asked_again_and_the_search_goes_on_where_it_was_stopped()
    {
        OctetSearchOptions options = new() { Elements = ["Mg", "Zn", "S", "Se"], Journal = Journal, Search = new() { Budget = 12, Retries = 9, Patience = 5 } };
        var calculator = new Springs { Fails = call => call % 2 == 1 };
        using var ledger = CampaignLedger.Open(Path.Combine(folder.FullName, "ledger.db"));
        OctetSearchResult first;
        using (var stop = new CancellationTokenSource())
        {
            var search = new OctetSearch("band_gap=2.0±0.2 eV", options, new OctetCurveOracle(calculator, ledger));
            await Assert.ThrowsAsync<OperationCanceledException>(() => search.RunAsync(new StopAfter(4, stop), stop.Token));
            Assert.Equal(0, search.Resumed);
        }
        var again = new OctetSearch("band_gap=2.0±0.2 eV", options, new OctetCurveOracle(calculator, ledger));
        Assert.Equal(4, again.Resumed);
        first = await again.RunAsync();
        Assert.Equal(12, first.Calls.Calls.Length);
        Assert.InRange(first.Calls.Failures, 4, 11);
        Assert.Contains("of them failed", first.ToString());
        Assert.NotEmpty(first.Hits);
        Assert.Contains(first.Trials, trial => trial.Verdict == "failed");
    }

    [Fact]
    public async Task An_oracle_that_always_fails_ends_the_search_with_its_own_words()
    {
        using var ledger = CampaignLedger.Open(Path.Combine(folder.FullName, "ledger.db"));
        var search = new OctetSearch("band_gap>=1 eV", new() { Elements = ["Mg", "Zn", "S", "Se"], Search = new() { Patience = 3 } }, new OctetCurveOracle(new Springs { Fails = _ => true }, ledger));
        var error = await Assert.ThrowsAsync<CalculationException>(() => search.RunAsync());
        Assert.Contains("3 candidates failed one after the other", error.Message);
        Assert.Contains("give it more memory", error.Message);
    }

    [Theory]
    [InlineData("band_gap>=50 eV", "No candidate can meet band_gap >= 50 eV: band_gap reaches from 0 to")]
    [InlineData("band_gap>=3 eV, band_gap<=2 eV", "no value is both")]
    [InlineData("band_gap=2.0±0.2 K", "The target gives band_gap in K, but it is in eV")]
    [InlineData("bandgap=2.0±0.2 eV", "The target names bandgap, which nothing here computes")]
    [InlineData("band_gap=2.0±0.2 eV", "No two of Mg, Zn make an octet compound", "Mg", "Zn")]
    [InlineData("band_gap=2.0±0.2 eV", "No recorded calculation has Au", "Au", "Cl")]
    [InlineData("band_gap=2.0±0.2 eV", "Xx", "Xx", "O")]
    public void What_cannot_be_searched_is_said_at_once(string target, string words, params string[] elements) =>
        Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(() => new OctetSearch(target, new() { Elements = elements })).Message);

    [Fact]
    public void Compounds_that_no_filter_lets_pass_and_a_policy_that_is_not_there_are_refused()
    {
        using var ledger = CampaignLedger.Open(Path.Combine(folder.FullName, "ledger.db"));
        var error = Assert.Throws<ArgumentException>(() => new OctetSearch("band_gap>=1 eV", new() { Elements = ["Au", "Cl"] }, new OctetCurveOracle(new Springs(), ledger)));
        Assert.Contains("The filters refuse all 2 octet compounds of Cl, Au; the first says: No known oxidation states", error.Message);
        Assert.Contains("There is no policy 'annealing'; there are pg-gos, bayesian, random.", Assert.Throws<ArgumentException>(() => new OctetSearchOptions { Policy = "annealing" }).Message);
    }

    private sealed class StopAfter(int calls, CancellationTokenSource stop) : IProgress<SearchCall>
    {
        public void Report(SearchCall value)
        {
            if (value.Number == calls) stop.Cancel();
        }
    }
}
