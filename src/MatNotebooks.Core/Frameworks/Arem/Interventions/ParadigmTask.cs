using System.Collections.Immutable;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Policies;

namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>The six paradigm layers of the paper's Table 1: the kinds of task a campaign is made of, the layer whose cores each takes, and where it runs short.</summary>
public sealed record ParadigmTask
{
    private readonly Func<CampaignPlan, CampaignPlan> provoke;

    private ParadigmTask(string name, AremLayer layer, string bottleneck, ISteeringIntervention relief, Func<CampaignPlan, CampaignPlan> provoke) =>
        (Name, Layer, Bottleneck, Relief, this.provoke) = (name, layer, bottleneck, relief, provoke);

    /// <summary>Atomistic property prediction: xTB, GPAW.</summary>
    public static ParadigmTask FirstPrinciples { get; } = new("first-principles simulation", AremLayer.Steering, "simulation time, energy cost", new EquilibriumRebalancing(),
        plan => plan with { Policy = () => new StaticSplit("few simulators", 4, 6, 6) });

    /// <summary>A model's answer for every candidate of the pool.</summary>
    public static ParadigmTask Screening { get; } = new("high-throughput screening", AremLayer.Inference, "storage and scheduling", new LoopPriority(),
        plan => plan with { Settings = plan.Settings with { ScreeningCost = plan.Settings.Simulation.Mean / 6 } });

    /// <summary>Records read, checked and brought together.</summary>
    public static ParadigmTask Informatics { get; } = new("materials informatics", AremLayer.Representation, "data harmonisation", new FeatureCompression(),
        plan => plan with { Settings = plan.Settings with { CoarseCost = plan.Settings.Simulation.Mean / 12, FineCost = plan.Settings.Simulation.Mean / 12 } });

    /// <summary>Candidates encoded.</summary>
    public static ParadigmTask Representation { get; } = new("representation learning", AremLayer.Representation, "memory scaling", new FeatureCompression(),
        plan => plan with { Settings = plan.Settings with { FineCost = plan.Settings.Simulation.Mean / 15 } });

    /// <summary>Large models trained, and trained further.</summary>
    public static ParadigmTask Foundation { get; } = new("foundation models", AremLayer.Inference, "infrastructure asymmetry", new ModelScaling(),
        plan => plan with { Settings = plan.Settings with { TrainingCost = plan.Settings.Simulation.Mean / 4 } });

    /// <summary>Choosing what is simulated next.</summary>
    public static ParadigmTask Autonomous { get; } = new("autonomous discovery", AremLayer.Steering, "feedback latency", new ElasticProvisioning(),
        plan => plan with { Settings = plan.Settings with { Interval = 1.0 / 4000 }, Policy = () => new RoundRobin(plan.Settings.Duration / 4000) });

    /// <summary>All six, in the order of Table 1.</summary>
    public static ImmutableArray<ParadigmTask> All { get; } = [FirstPrinciples, Screening, Informatics, Representation, Foundation, Autonomous];

    /// <summary>Name in Table 1.</summary>
    public string Name { get; }

    /// <summary>Whose cores it takes.</summary>
    public AremLayer Layer { get; }

    /// <summary>Where it runs short, as Table 1 says.</summary>
    public string Bottleneck { get; }

    /// <summary>The intervention that relieves it there.</summary>
    public ISteeringIntervention Relief { get; }

    /// <summary>A campaign that runs short of it: costs, times or shares under which its disequilibrium comes.</summary>
    public CampaignPlan Provoke(CampaignPlan calm) => provoke(calm);
}
