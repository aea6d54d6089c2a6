using MatNotebooks.Frameworks.Arem.Campaigns;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Events;
using MatNotebooks.Frameworks.Arem.Interventions;
using MatNotebooks.Frameworks.Arem.Policies;

namespace MatNotebooks.Core.Tests.Frameworks.Arem;

/// <summary>Each intervention of Table 2: a campaign in which its disequilibrium is there, and the same after it. Figures are means over six seeds.</summary>
public sealed class InterventionTests
{
    private static readonly MeasuredCosts Costs = new([4, 6, 7, 8, 14]);
    private static readonly CampaignSettings Calm = new(Costs) { Budget = 200 * Costs.Mean };
    private static readonly StaticSplit Split = new("split", 5, 3, 8);

    [Fact]
    public void Compression_relieves_over_encoding() =>
        Relieves(new FeatureCompression(), Calm with { FineCost = 0.5 }, vitals => vitals.EncodingShare, most: 0.13);

    [Fact]
    public void Scaling_the_model_relieves_training_overload() =>
        Relieves(new ModelScaling(), Calm with { TrainingCost = 2 }, vitals => vitals.RefreshShare, most: 0.25);

    [Fact]
    public void Prioritising_the_loop_relieves_the_bottleneck_of_screening() =>
        Relieves(new LoopPriority(), Calm with { ScreeningCost = 1.2 }, vitals => vitals.BlindShare, most: 0.6);

    [Fact]
    public void Rebalancing_relieves_fragmentation()
    {
        var needed = new EquilibriumRebalancing();
        var plan = new CampaignPlan(Calm, () => StaticSplit.Equal);
        var before = Mean(plan);
        Assert.True(needed.IsNeeded(before));
        var after = Mean(needed.Apply(plan, before));
        Assert.InRange(before.IdleShare, 0.2, 0.7);
        Assert.InRange(after.IdleShare, 0, 0.02);
        Assert.True(after.Velocity > 1.5 * before.Velocity, $"{before.Velocity:F1} to {after.Velocity:F1} discoveries in 1,000 core-seconds");
        Assert.False(needed.IsNeeded(after));
    }

    [Fact]
    public void Elastic_provisioning_relieves_over_steering()
    {
        var nervous = new CampaignPlan(Calm with { Interval = 1.0 / 4000 }, () => new RoundRobin(Calm.Duration / 4000));
        var provisioning = new ElasticProvisioning();
        var before = Mean(nervous);
        Assert.True(provisioning.IsNeeded(before), $"{before.Reversals:P0} of decisions reverse the one before");
        var settings = provisioning.Apply(nervous, before).Settings;
        Assert.True(settings.Interval > nervous.Settings.Interval);
        Assert.True(settings.Interval * settings.Duration >= Costs.Mean - 1e-9); // no faster than tasks end
    }

    [Fact]
    public void A_calm_campaign_is_left_alone()
    {
        var plan = new CampaignPlan(Calm, () => new AremPolicy());
        var vitals = Mean(plan);
        foreach (var intervention in new ISteeringIntervention[] { new FeatureCompression(), new ModelScaling(0.3), new LoopPriority(0.4), new EquilibriumRebalancing(), new ElasticProvisioning(0.5) })
            Assert.Same(plan, intervention.Apply(plan, vitals));
    }

    public static TheoryData<string> Paradigms => [.. ParadigmTask.All.Select(task => task.Name)];

    [Theory]
    [MemberData(nameof(Paradigms))]
    public void Each_kind_of_task_runs_short_in_its_own_way_and_is_relieved(string name)
    {
        var task = ParadigmTask.All.Single(one => one.Name == name);
        var troubled = task.Provoke(new(Calm, () => Split));
        var before = Mean(troubled);
        Assert.True(task.Relief.IsNeeded(before), $"{task.Bottleneck} was not provoked: {before}");
        var relieved = task.Relief.Apply(troubled, before);
        double Figure(CampaignVitals vitals, CampaignPlan plan) => task.Relief switch
        {
            FeatureCompression => vitals.EncodingShare,
            ModelScaling => vitals.RefreshShare,
            LoopPriority => vitals.BlindShare,
            EquilibriumRebalancing => vitals.IdleShare,
            _ => vitals.Reversals / plan.Settings.Interval, // reversals of a campaign
        };
        var (bad, good) = (Figure(before, troubled), Figure(Mean(relieved), relieved));
        Assert.True(good < 0.75 * bad, $"{task.Bottleneck}: {bad:F3} before, {good:F3} after {task.Relief.Name}");
    }

    [Fact]
    public void Table_1_has_six_kinds_of_task_and_every_layer_has_some()
    {
        Assert.Equal(6, ParadigmTask.All.Length);
        Assert.Equal(Enum.GetValues<AremLayer>(), ParadigmTask.All.Select(task => task.Layer).Distinct().Order());
    }

    private static void Relieves(ISteeringIntervention intervention, CampaignSettings troubled, Func<CampaignVitals, double> figure, double most)
    {
        var plan = new CampaignPlan(troubled, () => Split);
        var before = Mean(plan);
        Assert.True(intervention.IsNeeded(before), $"{intervention.Risk} was not provoked: {before}");
        var after = Mean(intervention.Apply(plan, before));
        Assert.True(figure(after) < most && figure(after) < 0.7 * figure(before), $"{intervention.Name}: {figure(before):F3} before, {figure(after):F3} after, {most} allowed");
        Assert.True(after.Velocity > before.Velocity, $"{intervention.Name}: {before.Velocity:F2} to {after.Velocity:F2} discoveries in 1,000 core-seconds");
    }

    private static CampaignVitals Mean(CampaignPlan plan)
    {
        var all = Enumerable.Range(0, 6).Select(seed => CampaignVitals.Of(CampaignSimulation.Run(HillPool.Pool, plan.Settings, plan.Policy(), seed, CampaignTrace.Kept), plan.Settings)).ToArray();
        double Of(Func<CampaignVitals, double> figure) => all.Average(figure);
        return new(
            Of(one => one.EncodingShare), Of(one => one.TrainingShare), Of(one => one.RefreshShare), Of(one => one.IdleShare),
            Of(one => one.Reversals), Of(one => one.Velocity), Of(one => one.BlindShare));
    }
}
