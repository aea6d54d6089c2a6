using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Resident;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Baselines;

/// <summary>
/// SchNet (Schütt et al., NeurIPS 2017; Journal of Chemical Physics 148, 241722, 2018): continuous-filter convolutions with a cosine
/// cutoff, and a mean over atoms of what each contributes.
/// </summary>
/// <remarks>As published, for targets per atom. Conditions, which it does not know, are fused with the pooled embedding as in GEM-PPM.</remarks>
public sealed class SchNetModel : PropertyModel, ILayeredModel
{
    private readonly Parameter elements;
    private readonly DistanceExpansion distances;
    private readonly ModuleList<ContinuousFilterConvolution> interactions;
    private readonly Linear atom, output;
    private readonly ConditionFusion? fusion;

    /// <summary>Builds the model with random weights.</summary>
    public SchNetModel(SchNetOptions options)
        : base("SchNet", options.Targets, options.Conditions)
    {
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        var half = (options.Width + 1) / 2;
        elements = new(randn(ElementFacts.Rows, options.Width));
        distances = new(options.Distances);
        interactions = new([.. Enumerable.Range(0, options.Layers).Select(_ => new ContinuousFilterConvolution(options.Width, options.Distances.Gaussians))]);
        atom = nn.Linear(options.Width, half);
        fusion = ConditionFusion.For(half, options.Conditions);
        output = nn.Linear(fusion?.Width ?? half, options.Targets);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public SchNetOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch)
    {
        RequireConditions(batch);
        return Answer(new(batch, elements));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> EmbedLayers(GraphBatch batch)
    {
        RequireConditions(batch);
        var crystals = new BatchEdges(batch, elements);
        return [.. Stages(crystals).Select(atoms => crystals.SumByCrystal(atoms) / crystals.AtomCounts)];
    }

    internal override bool ReadsResident => true;

    internal override (Tensor Prediction, Tensor? Penalty) ForwardWithPenalty(ResidentBatch batch)
    {
        RequireConditions(batch.Conditions.shape[1]);
        return (Answer(new(batch)), null);
    }

    private Tensor Answer(BatchEdges crystals)
    {
        var atoms = Stages(crystals)[^1];
        // The mean of a linear map is the linear map of the mean: without conditions, each atom's contribution as published.
        var mean = crystals.SumByCrystal(ShiftedSoftplus.Of(atom.call(atoms))) / crystals.AtomCounts;
        return output.call(fusion is null ? mean : fusion.Fuse(mean, crystals.Conditions));
    }

    /// <summary>The atoms before the first interaction and behind each, (atoms, width).</summary>
    private List<Tensor> Stages(BatchEdges crystals)
    {
        var edges = distances.Of(crystals);
        var weight = CosineCutoff(edges) * crystals.Counts;
        var stages = new List<Tensor> { crystals.ByElement(elements) };
        foreach (var interaction in interactions) stages.Add(interaction.Pass(stages[^1], crystals, edges.Gaussians, weight));
        return stages;
    }

    /// <summary>1 at distance 0, falling to 0 at the cutoff, (shells, 1).</summary>
    internal static Tensor CosineCutoff(EdgeAttributes edges) => ((edges.Reduced * Math.PI).cos() + 1) * 0.5;
}
