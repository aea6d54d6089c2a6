using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Sequences;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Baselines;

/// <summary>
/// A crystal's elements heard by one another in an Informer's encoder (Zhou et al., AAAI 2021): only elements whose attention stands out
/// attend, and between layers the sequence is halved; the mean over what is left answers. Its decoder, which writes forecasts, has nothing
/// to do here.
/// </summary>
/// <remarks><inheritdoc cref="SequenceOptions" path="/remarks"/></remarks>
public sealed class InformerModel : PropertyModel
{
    private readonly StepEmbedding embedding;
    private readonly ModuleList<EncoderBlock> blocks;
    private readonly ModuleList<Distilling> distilling;
    private readonly ConditionedHead head;

    /// <summary>Builds the model with random weights.</summary>
    /// <exception cref="ArgumentException">The width is no multiple of the heads.</exception>
    public InformerModel(InformerOptions options)
        : base("Informer", options.Targets, options.Conditions)
    {
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        embedding = new(options.Width, options.LearnedElementWidth);
        var rule = new ProbSparseAttention(options.Factor);
        blocks = new([.. Enumerable.Range(0, options.Layers)
            .Select(layer => new EncoderBlock(options.Width, options.Heads, rule, options.Dropout, options.Seed + layer))]);
        distilling = new([.. Enumerable.Range(1, options.Layers - 1).Select(_ => new Distilling(options.Width))]);
        head = new(options.Width, options.Conditions, options.Targets, options.Dropout, options.Seed - 1);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public InformerOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch)
    {
        RequireConditions(batch);
        var sequences = new ElementSequences(batch, parameters().First());
        var (steps, mask) = (embedding.call(sequences), sequences.Mask);
        steps = steps + PositionCodes.Of(mask.Longest, Options.Width, steps);
        for (var layer = 0; layer < blocks.Count; layer++)
        {
            if (layer > 0) (steps, mask) = distilling[layer - 1].call(steps, mask);
            steps = blocks[layer].call(steps, mask);
        }
        return head.call(mask.Mean(steps), sequences);
    }
}
