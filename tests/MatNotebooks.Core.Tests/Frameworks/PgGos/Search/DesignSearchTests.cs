using MatNotebooks.Frameworks.PgGos.Oracles;
using MatNotebooks.Frameworks.PgGos.Policies;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Simulation;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Search;

public sealed class DesignSearchTests
{
    private static readonly CalculationFailure Crash = new(FailureKind.Crashed, "The program was killed; give it more memory.");

    [Fact]
    public async Task Counts_every_call_and_finds_what_there_is_to_find()
    {
        var result = await new DesignSearch(GridOfNumbers.Pool, GridOfNumbers.Oracle, GridOfNumbers.Bottom, new() { Budget = 400 }).RunAsync(new RandomPolicy(1));
        var truth = Enumerable.Range(0, 400).Where(place => GridOfNumbers.BowlAt(place) <= 0.04 + 1e-9 && GridOfNumbers.GapAt(place) >= 0.5).ToArray();
        Assert.Equal(truth, result.Hits.Select(hit => hit.Place).Order());
        Assert.Equal(Enumerable.Range(1, 400), result.Calls.Select(call => call.Number));
        Assert.Equal(400, result.Calls.Select(call => call.Place).Distinct().Count());
        Assert.Equal(SearchEnding.NothingLeft, result.Ending);
        Assert.Equal(result.Hits[2].Number, result.CallsTo(3));
        Assert.Null(result.CallsTo(truth.Length + 1));
        Assert.Equal(truth.Length, result.FoundAfter(400));
    }

    [Fact]
    public async Task Half_of_the_calls_fail_and_the_search_goes_on_with_what_is_left()
    {
        var oracle = new GridOfNumbers.Failing(GridOfNumbers.Oracle, call => call % 2 == 0 ? Crash : null);
        var told = new List<SearchCall>();
        var result = await new DesignSearch(GridOfNumbers.Pool, oracle, GridOfNumbers.Bottom, new() { Budget = 100 }).RunAsync(new RandomPolicy(1), new Direct(told.Add));
        Assert.Equal(100, oracle.Calls);
        Assert.Equal(50, result.Failures);
        Assert.Equal(50, result.Calls.Where(call => call.Failure is null).Select(call => call.Place).Distinct().Count()); // each was answered when asked again
        Assert.Equal(result.Calls, told);
        Assert.Contains("100 calls (50 of them failed)", result.Summary);
    }

    [Fact]
    public async Task A_candidate_that_fails_again_is_left_out()
    {
        var oracle = new GridOfNumbers.Failing(GridOfNumbers.Oracle, call => call < 3 ? Crash : null);
        var result = await new DesignSearch(GridOfNumbers.Pool, oracle, GridOfNumbers.Bottom, new() { Budget = 10, Retries = 2 }).RunAsync(new RandomPolicy(1));
        Assert.Single(result.Calls.Take(3).Select(call => call.Place).Distinct());
        Assert.DoesNotContain(result.Calls[0].Place, result.Calls.Skip(3).Select(call => call.Place));
    }

    [Fact]
    public async Task Bad_input_is_not_asked_twice()
    {
        var oracle = new GridOfNumbers.Failing(GridOfNumbers.Oracle, call => call == 0 ? new(FailureKind.BadInput, "No.") : null);
        var result = await new DesignSearch(GridOfNumbers.Pool, oracle, GridOfNumbers.Bottom, new() { Budget = 2 }).RunAsync(new RandomPolicy(1));
        Assert.NotEqual(result.Calls[0].Place, result.Calls[1].Place);
    }

    [Fact]
    public async Task Gives_up_when_everything_fails()
    {
        var oracle = new GridOfNumbers.Failing(GridOfNumbers.Oracle, _ => Crash);
        var search = new DesignSearch(GridOfNumbers.Pool, oracle, GridOfNumbers.Bottom, new() { Patience = 4, Retries = 1 });
        var error = await Assert.ThrowsAsync<CalculationException>(() => search.RunAsync(new RandomPolicy(1)));
        Assert.Contains("4 candidates failed one after the other, 8 calls are spent", error.Message);
        Assert.Contains("give it more memory", error.Message);
    }

    [Fact]
    public async Task A_program_that_is_not_there_ends_it_at_once()
    {
        var oracle = new GridOfNumbers.Failing(GridOfNumbers.Oracle, _ => new(FailureKind.NotInstalled, "xtb is not installed; install it."));
        var error = await Assert.ThrowsAsync<CalculationException>(() => new DesignSearch(GridOfNumbers.Pool, oracle, GridOfNumbers.Bottom).RunAsync(new RandomPolicy(1)));
        Assert.Equal((1, FailureKind.NotInstalled), (oracle.Calls, error.Failure.Kind));
    }

    [Fact]
    public void Refuses_a_budget_of_nothing() =>
        Assert.Contains("Budget is 0; it must be at least 1 call", Assert.Throws<ArgumentOutOfRangeException>(() => new SearchOptions { Budget = 0 }).Message);

    [Fact]
    public void An_impossible_target_says_what_is_reachable()
    {
        var impossible = DesignTarget.Parse("gap>=20 eV", [GridOfNumbers.Gap]);
        var error = Assert.Throws<ArgumentException>(() => new DesignSearch(GridOfNumbers.Pool, GridOfNumbers.Oracle, impossible));
        Assert.Contains("gap reaches from 0 to 3 eV in a bowl", error.Message);
    }

    [Fact]
    public async Task A_target_that_nothing_meets_says_how_near_it_came()
    {
        var none = DesignTarget.Parse("gap>=1 eV, bowl>=1 eV", [GridOfNumbers.Gap, GridOfNumbers.Bowl]); // each is reachable, both are not
        var result = await new DesignSearch(GridOfNumbers.Pool, GridOfNumbers.Oracle, none, new() { Budget = 50 }).RunAsync(new RandomPolicy(1));
        Assert.Contains("0 found with 50 calls; the budget is spent. Nearest: ", result.Summary);
        Assert.Contains("Reached: gap 0 to ", result.Summary);
    }

    [Fact]
    public void Refuses_no_candidates_and_two_of_one_name()
    {
        Assert.Contains("no candidate", Assert.Throws<ArgumentException>(() => new DesignSearch([], GridOfNumbers.Oracle, GridOfNumbers.Bottom)).Message);
        Assert.Contains("2 candidates have the id 0-0", Assert.Throws<ArgumentException>(() => new DesignSearch(
            [GridOfNumbers.Pool[0], GridOfNumbers.Pool[0]], GridOfNumbers.Oracle, GridOfNumbers.Bottom)).Message);
    }

    [Fact]
    public async Task A_search_that_was_stopped_goes_on_where_it_was()
    {
        var path = Path.Combine(Path.GetTempPath(), $"journal-{Guid.NewGuid():N}.jsonl");
        try
        {
            var whole = await Search(GridOfNumbers.Oracle, 40);
            var first = new GridOfNumbers.Failing(GridOfNumbers.Oracle, _ => null);
            await Search(new JournalOracle(first, path), 15);
            File.AppendAllText(path, "\n{\"Oracle\":\"a bo"); // a kill in the middle of a line
            var second = new GridOfNumbers.Failing(GridOfNumbers.Oracle, _ => null);
            var journal = new JournalOracle(second, path);
            var rest = await Search(journal, 40);
            Assert.Equal((15, 25, 15), (first.Calls, second.Calls, journal.Resumed));
            Assert.Equal(whole.Calls.Select(call => call.Place), rest.Calls.Select(call => call.Place));
        }
        finally
        {
            File.Delete(path);
        }

        static Task<SearchResult> Search(IOracle oracle, int budget) =>
            new DesignSearch(GridOfNumbers.Pool, oracle, GridOfNumbers.Bottom, new() { Budget = budget }).RunAsync(GridOfNumbers.Guided(3));
    }

    private sealed class Direct(Action<SearchCall> tell) : IProgress<SearchCall>
    {
        public void Report(SearchCall value) => tell(value);
    }
}
