using System.Collections.Immutable;
using MatNotebooks.Frameworks.Arem.Equilibria;

namespace MatNotebooks.Frameworks.Arem.Interventions;

/// <summary>The six paradigm layers of the paper's Table 1: the kinds of task a campaign is made of, the layer whose cores each takes, and where it runs short.</summary>
public sealed record ParadigmTask
{
    private ParadigmTask(string name, AremLayer layer, string bottleneck) => (Name, Layer, Bottleneck) = (name, layer, bottleneck);

    /// <summary>Atomistic property prediction: xTB, GPAW.</summary>
    public static ParadigmTask FirstPrinciples { get; } = new("first-principles simulation", AremLayer.Steering, "simulation time, energy cost");

    /// <summary>A model's answer for every candidate of the pool.</summary>
    public static ParadigmTask Screening { get; } = new("high-throughput screening", AremLayer.Inference, "storage and scheduling");

    /// <summary>Records read, checked and brought together.</summary>
    public static ParadigmTask Informatics { get; } = new("materials informatics", AremLayer.Representation, "data harmonisation");

    /// <summary>Candidates encoded.</summary>
    public static ParadigmTask Representation { get; } = new("representation learning", AremLayer.Representation, "memory scaling");

    /// <summary>Large models trained, and trained further.</summary>
    public static ParadigmTask Foundation { get; } = new("foundation models", AremLayer.Inference, "infrastructure asymmetry");

    /// <summary>Choosing what is simulated next.</summary>
    public static ParadigmTask Autonomous { get; } = new("autonomous discovery", AremLayer.Steering, "feedback latency");

    /// <summary>All six, in the order of Table 1.</summary>
    public static ImmutableArray<ParadigmTask> All { get; } = [FirstPrinciples, Screening, Informatics, Representation, Foundation, Autonomous];

    /// <summary>Name in Table 1.</summary>
    public string Name { get; }

    /// <summary>Whose cores it takes.</summary>
    public AremLayer Layer { get; }

    /// <summary>Where it runs short, as Table 1 says.</summary>
    public string Bottleneck { get; }
}
