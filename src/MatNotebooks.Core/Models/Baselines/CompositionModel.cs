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
    private readonly ConditionedHead head;

    /// <summary>Builds the model with random weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option outside its range.</exception>
    public CompositionModel(CompositionOptions options)
        : base("composition", options.Targets, options.Conditions)
    {
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        var width = options.Width;
        nodes = new(width, options.LearnedElementWidth, options.Dropout, options.Seed);
        (own, context) = (nn.Linear(width, width), nn.Linear(width, width, hasBias: false));
        dropout = new(options.Dropout, options.Seed + 1);
        pooling = new(width);
        head = new(width, options.Conditions, options.Targets, options.Dropout, options.Seed + 2);
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
        return head.call(pooling.Pool(atoms, crystals), crystals);
    }
}
