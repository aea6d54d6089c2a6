using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Sequences;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Baselines;

/// <summary>A crystal's elements heard by one another in a transformer's encoder (Vaswani et al., NeurIPS 2017); the mean over the elements answers.</summary>
/// <remarks><inheritdoc cref="SequenceOptions" path="/remarks"/></remarks>
public sealed class TransformerModel : PropertyModel
{
    private readonly StepEmbedding embedding;
    private readonly ModuleList<EncoderBlock> blocks;
    private readonly ConditionedHead head;

    /// <summary>Builds the model with random weights.</summary>
    /// <exception cref="ArgumentException">The width is no multiple of the heads.</exception>
    public TransformerModel(TransformerOptions options)
        : base("Transformer", options.Targets, options.Conditions)
    {
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        embedding = new(options.Width, options.LearnedElementWidth);
        blocks = new([.. Enumerable.Range(0, options.Layers)
            .Select(layer => new EncoderBlock(options.Width, options.Heads, new FullAttention(), options.Dropout, options.Seed + layer))]);
        head = new(options.Width, options.Conditions, options.Targets, options.Dropout, options.Seed - 1);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public TransformerOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch)
    {
        RequireConditions(batch);
        var sequences = new ElementSequences(batch, parameters().First());
        var steps = embedding.call(sequences);
        steps = steps + PositionCodes.Of(sequences.Mask.Longest, Options.Width, steps);
        foreach (var block in blocks) steps = block.call(steps, sequences.Mask);
        return head.call(sequences.Mask.Mean(steps), sequences);
    }
}
