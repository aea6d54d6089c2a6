using MatNotebooks.Frameworks.Arem.Running.Definitions;
using MatNotebooks.Frameworks.Arem.Running.Pools;

namespace MatNotebooks.Core.Tests.Frameworks.Arem.Running;

public sealed class DefinitionReaderTests
{
    private const string Least = "campaign: c\npool:\n  kind: molecules\ngoal:\n  property: gap\n  at_most: 2\n";

    [Fact]
    public void The_example_is_read_and_says_the_defaults()
    {
        var read = DefinitionReader.Parse(DefinitionReader.Example);
        Assert.Equal(("least-gaps", 2400, 5, 300, 1.0), (read.Name, read.Pool.Count, read.Pool.LeastHeavyAtoms, read.Budget.Simulations, read.Budget.CoreHours));
        Assert.Equal(("arem", IdleCores.Lent, "surrogate", 2, "local"), (read.Policy.Name, read.Policy.Idle, read.Model.Kind, read.Place.Cores, read.Place.On));
        Assert.Equal([new("gap", Most: 2.0)], read.Goal);
        Assert.InRange(CandidatePools.Of(read).Count, 301, 2400); // it can be run as it is
    }

    [Fact]
    public void Several_windows_must_all_hold()
    {
        var read = DefinitionReader.Parse("campaign: c\npool:\n  kind: perovskites\ngoal:\n  - property: gap\n    between: [1.5, 3.0]\n  - property: heat\n    at_most: 0.2\n");
        Assert.Equal(0.1, read.ScoreOf(new Dictionary<string, double> { ["gap"] = 2, ["heat"] = 0.1 }), 12);
        Assert.Equal(-0.5, read.ScoreOf(new Dictionary<string, double> { ["gap"] = 1, ["heat"] = 0.1 }), 12);
        Assert.Equal(double.NaN, read.ScoreOf(new Dictionary<string, double> { ["gap"] = 2 }));
        Assert.Equal("recorded", read.Pool.Labels);
    }

    [Theory]
    [InlineData("campaign: c\npool: [", "campaign, line", "no YAML")]
    [InlineData("pool:\n  kind: molecules\n", "line 1", "'campaign' is missing")]
    [InlineData("campaign: c\ngoal:\n  property: gap\n  at_most: 1\n", "line 1, pool", "the pool is missing")]
    [InlineData("campaign: c\npool:\n  kind: alloys\ngoal:\n  property: gap\n  at_most: 1\n", "line 3, pool.kind", "'alloys'; it can be molecules, octet, perovskites")]
    [InlineData("campaign: c\npool:\n  kind: molecules\n", "line 1", "'goal' is missing")]
    [InlineData("campaign: c\npool:\n  kind: molecules\ngoal:\n  property: gap\n", "line 5, goal.property", "write at_least, at_most or between")]
    [InlineData("campaign: c\npool:\n  kind: molecules\ngoal:\n  property: gap\n  between: [3, 1]\n", "line 6, goal.between", "two rising numbers")]
    [InlineData(Least + "budget:\n  simulations: 0\n", "line 8, budget.simulations", "is 0; it must be 1 to 1000000")]
    [InlineData(Least + "budget:\n  simulations: many\n", "line 8, budget.simulations", "'many' must be a finite number")]
    [InlineData(Least + "budget:\n  simulations: 2.5\n", "line 8, budget.simulations", "must be a whole number")]
    [InlineData(Least + "budget:\n  core_hours: .nan\n", "line 8, budget.core_hours", "must be a finite number")]
    [InlineData(Least + "budget:\n  hours: 3\n", "line 8", "no key 'budget.hours'; there can be budget.simulations, budget.core_hours")]
    [InlineData(Least + "policy:\n  name: fair\n", "line 8, policy.name", "'fair'; it can be arem, equal")]
    [InlineData(Least + "policy:\n  shares: [1, -1, 0]\n", "line 8, policy.shares", "three finite weights")]
    [InlineData(Least + "policy:\n  idle: maybe\n", "line 8, policy.idle", "it can be lent, fenced")]
    [InlineData(Least + "place:\n  cores: -3\n", "line 8, place.cores", "is -3; it must be 1 to 100000")]
    [InlineData(Least + "interval: 0\n", "line 7, interval", "0.01 to 3600 s")]
    [InlineData(Least + "colour: red\n", "line 7", "no key 'colour'")]
    [InlineData("- 1\n", "campaign", "one mapping of keys")]
    public void What_is_wrong_is_said_with_its_line(string text, string where, string what)
    {
        var message = Assert.Throws<DefinitionException>(() => DefinitionReader.Parse(text)).Message;
        Assert.Contains(where, message, StringComparison.Ordinal);
        Assert.Contains(what, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_property_that_the_pool_does_not_have_is_named()
    {
        var definition = DefinitionReader.Parse(Least) with { Goal = [new("colour", Least: 1)], Pool = new() { Kind = "molecules", Labels = "recorded" } };
        Assert.Contains("asks for 'colour'", Assert.Throws<DefinitionException>(() => CandidatePools.Of(definition)).Message, StringComparison.Ordinal);
        Assert.Contains("labels: computed", Assert.Throws<DefinitionException>(() => CandidatePools.Of(definition with { Pool = new() { Kind = "octet", Labels = "recorded" } })).Message, StringComparison.Ordinal);
    }
}
