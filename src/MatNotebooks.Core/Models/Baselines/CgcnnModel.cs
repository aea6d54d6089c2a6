using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Resident;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Baselines;

/// <summary>Crystal graph convolutional network (Xie and Grossman, Physical Review Letters 120, 145301, 2018): gated convolutions over neighbours, mean over atoms.</summary>
/// <remarks>
/// As published, but for how an element is first described: by the facts all models here are told and one vector of its own, where the
/// publication has its table of ones and zeros, and that Gaussians fall to e^(−½) one step from their centre, not to e^(−1). Conditions, which it does not know, are fused with the pooled embedding as in GEM-PPM.
/// </remarks>
public sealed class CgcnnModel : PropertyModel, ILayeredModel
{
    private readonly ElementEmbedding elements;
    private readonly DistanceExpansion distances;
    private readonly ModuleList<GatedConvolution> convolutions;
    private readonly ConditionFusion? fusion;
    private readonly Linear hidden, output;

    /// <summary>Builds the model with random weights.</summary>
    public CgcnnModel(CgcnnOptions options)
        : base("CGCNN", options.Targets, options.Conditions)
    {
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        elements = new(options.Width);
        distances = new(options.Distances);
        convolutions = new([.. Enumerable.Range(0, options.Layers).Select(_ => new GatedConvolution(options.Width, options.Distances.Gaussians))]);
        fusion = ConditionFusion.For(options.Width, options.Conditions);
        hidden = nn.Linear(fusion?.Width ?? options.Width, options.HiddenWidth);
        output = nn.Linear(options.HiddenWidth, options.Targets);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public CgcnnOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch)
    {
        RequireConditions(batch);
        return Answer(new(batch, parameters().First()));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> EmbedLayers(GraphBatch batch)
    {
        RequireConditions(batch);
        var crystals = new BatchEdges(batch, parameters().First());
        var stages = Stages(crystals).Select(atoms => crystals.SumByCrystal(atoms) / crystals.AtomCounts).ToArray();
        return [.. stages[..^1], stages[^1].softplus()];
    }

    internal override bool ReadsResident => true;

    internal override (Tensor Prediction, Tensor? Penalty) ForwardWithPenalty(ResidentBatch batch)
    {
        RequireConditions(batch.Conditions.shape[1]);
        return (Answer(new(batch)), null);
    }

    private Tensor Answer(BatchEdges crystals)
    {
        var embedding = (crystals.SumByCrystal(Stages(crystals)[^1]) / crystals.AtomCounts).softplus();
        return output.call(hidden.call(fusion is null ? embedding : fusion.Fuse(embedding, crystals.Conditions)).softplus());
    }

    /// <summary>The atoms before the first convolution and behind each, (atoms, width).</summary>
    private List<Tensor> Stages(BatchEdges crystals)
    {
        var edges = distances.Of(crystals);
        var stages = new List<Tensor> { elements.Of(crystals) };
        foreach (var convolution in convolutions) stages.Add(convolution.Pass(stages[^1], crystals, edges));
        return stages;
    }
}
