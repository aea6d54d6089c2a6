using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Baselines;

/// <summary>
/// A network that knows which elements a crystal has and in which shares, not how they are arranged: each element hears the mean of all,
/// and an attention weighs them, as in Roost and CrabNet. What it misses is what structure is worth.
/// </summary>
public sealed class CompositionModel : PropertyModel
{
    private readonly NodeEmbedding nodes;
    private readonly Linear own, context;
    private readonly SeededDropout dropout;
    private readonly AttentionPooling pooling;
    private readonly ConditionFusion? fusion;
    private readonly RegressionHead head;

    /// <summary>Builds the model with random weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its range.</exception>
    public CompositionModel(CompositionOptions options)
        : base("composition", options.Targets, options.Conditions)
    {
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        var (width, fused) = (options.Width, options.Conditions > 0);
        nodes = new(width, options.LearnedElementWidth, options.Dropout, options.Seed);
        (own, context) = (nn.Linear(width, width), nn.Linear(width, width, hasBias: false));
        dropout = new(options.Dropout, options.Seed + 1);
        pooling = new(width);
        fusion = fused ? new(width, options.Conditions, rank: 16) : null;
        head = new(fused ? (2 * width) + 16 : width, width, options.Targets, extensive: false, options.Dropout, options.Seed + 2);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public CompositionOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch)
    {
        RequireConditions(batch);
        var crystals = new BatchAtoms(batch, parameters().First());
        var atoms = nodes.Of(crystals);
        var mean = crystals.SumByCrystal(atoms) / crystals.AtomCounts;
        atoms = atoms + dropout.call(nn.functional.silu(own.call(atoms) + crystals.ToAtoms(context.call(mean))));
        var embedding = pooling.Pool(atoms, crystals);
        return head.call(fusion is null ? embedding : fusion.Fuse(embedding, crystals.Conditions));
    }
}
