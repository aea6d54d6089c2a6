using MatNotebooks.Frameworks.Arem.Campaigns;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Events;
using MatNotebooks.Frameworks.Arem.Policies;

namespace MatNotebooks.Core.Tests.Frameworks.Arem;

public sealed class CampaignSimulationTests
{
    private static readonly MeasuredCosts Costs = new([4, 6, 7, 8, 14]);

    private static readonly RecordedCampaign Pool = HillPool.Pool;

    [Fact]
    public void A_seed_tells_all_and_the_world_is_the_same_for_every_policy()
    {
        var settings = new CampaignSettings(Costs);
        var (one, again) = (CampaignSimulation.Run(Pool, settings, new AremPolicy(), 4), CampaignSimulation.Run(Pool, settings, new AremPolicy(), 4));
        Assert.Equal(one.Discoveries.AsEnumerable(), again.Discoveries.AsEnumerable());
        Assert.Equal(one.Utilisation, again.Utilisation);
        var chance = new Chance(4);
        Assert.Equal(chance.Uniform(1, 17, 2), new Chance(4).Uniform(1, 17, 2));
        Assert.NotEqual(chance.Uniform(1, 17, 2), chance.Uniform(1, 17, 3));
    }

    [Fact]
    public void Time_on_cores_is_counted_once_and_no_core_does_two_things()
    {
        var settings = new CampaignSettings(Costs) { Cores = 8 };
        var outcome = CampaignSimulation.Run(Pool, settings, new AremPolicy(), 1, CampaignTrace.Kept);
        foreach (var core in outcome.Tasks.GroupBy(task => task.Core))
        {
            var tasks = core.OrderBy(task => task.Start).ToArray();
            Assert.All(tasks.Zip(tasks.Skip(1)), pair => Assert.True(pair.Second.Start >= pair.First.End - 1e-9));
        }
        Assert.Equal(outcome.Spent.Sum(), outcome.Tasks.Sum(task => task.End - task.Start), 6);
        Assert.InRange(outcome.Utilisation, outcome.Spent.Sum() / settings.Budget, 1);
        Assert.All(outcome.Course, share => Assert.Equal(8, share.Representation + share.Inference + share.Steering, 9));
        Assert.Equal(outcome.Simulations + outcome.Failures, outcome.Tasks.Count(task => task.Layer == AremLayer.Steering));
        Assert.All(outcome.Discoveries.Zip(outcome.Discoveries.Skip(1)), pair => Assert.True(pair.First <= pair.Second && pair.Second <= settings.Budget));
    }

    [Fact]
    public void A_model_finds_more_than_blind_simulation()
    {
        var settings = new CampaignSettings(Costs) { Budget = 200 * Costs.Mean };
        int Found(Func<IAllocationPolicy> policy) => Enumerable.Range(0, 3).Sum(seed => CampaignSimulation.Run(Pool, settings, policy(), seed).Discoveries.Length);
        var (blind, guided) = (Found(() => new StaticSplit("blind", 0, 0, 1)), Found(() => new StaticSplit("guided", 0.05, 0.15, 0.8)));
        Assert.True(guided > 2 * blind, $"{guided} with a model, {blind} without");
    }

    [Fact]
    public void Arem_beats_the_equal_split_and_the_other_rules_of_thumb()
    {
        var settings = new CampaignSettings(Costs) { Budget = 200 * Costs.Mean };
        int Found(Func<IAllocationPolicy> policy) => Enumerable.Range(0, 4).Sum(seed => CampaignSimulation.Run(Pool, settings, policy(), seed).Discoveries.Length);
        var arem = Found(() => new AremPolicy());
        Assert.True(arem > 1.5 * Found(() => StaticSplit.Equal));
        Assert.True(arem > Found(() => new RoundRobin(settings.Duration / 30)));
        Assert.True(arem > Found(() => new GreedyPolicy()));
        Assert.True(arem > Found(() => new SuccessiveHalving()));
    }

    [Fact]
    public void Cores_of_a_layer_without_work_go_to_those_that_have_some()
    {
        var outcome = CampaignSimulation.Run(Pool, new(Costs), new AremPolicy(), 2);
        Assert.True(outcome.Utilisation > 0.98, $"AREM uses {outcome.Utilisation:P1}");
        Assert.True(CampaignSimulation.Run(Pool, new(Costs), StaticSplit.Equal, 2).Utilisation < 0.8);
    }

    [Fact]
    public void Hindsight_is_never_worse_than_any_split_it_tried()
    {
        var settings = new CampaignSettings(Costs) { Budget = 100 * Costs.Mean };
        var search = HindsightSearch.Of(Pool, settings, 1, steps: 4, trials: 12);
        Assert.Equal(10, search.Splits.Count); // 15 on the simplex less 5 without simulations
        Assert.Equal(22, search.Tried);
        Assert.All(search.Splits, split => Assert.True(split.Outcome.Discoveries.Length <= search.Static.Outcome.Discoveries.Length));
        Assert.True(search.Schedule.Discoveries.Length >= search.Static.Outcome.Discoveries.Length);
    }

    [Fact]
    public void A_failed_simulation_is_tried_again_and_labels_nothing()
    {
        var outcome = CampaignSimulation.Run(Pool, new(Costs) { Failures = 0.3 }, new StaticSplit("blind", 0, 0, 1), 1);
        Assert.InRange((double)outcome.Failures / (outcome.Failures + outcome.Simulations), 0.22, 0.38);
    }

    [Fact]
    public void A_small_pool_can_be_finished()
    {
        var outcome = CampaignSimulation.Run(Pool, new(Costs) { Budget = 3000 * Costs.Mean, Drift = 1 }, new AremPolicy(), 1);
        Assert.Equal(Pool.Count, outcome.Simulations);
        Assert.Equal(Pool.Hits, outcome.Discoveries.Length);
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        Assert.Contains("Cores is 2", Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignSettings(Costs) { Cores = 2 }).Message, StringComparison.Ordinal);
        Assert.Contains("Budget is 0", Assert.Throws<ArgumentOutOfRangeException>(() => new CampaignSettings(Costs) { Budget = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("at least 50", Assert.Throws<ArgumentException>(() => RecordedCampaign.Of("few", [[1]], [1], 0)).Message, StringComparison.Ordinal);
    }
}
