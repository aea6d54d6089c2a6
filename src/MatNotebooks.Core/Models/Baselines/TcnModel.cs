using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Sequences;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Baselines;

/// <summary>
/// A crystal read element by element by a temporal convolutional network: causal convolutions with doubling dilations (Bai, Kolter and
/// Koltun, arXiv:1803.01271, 2018); the last element's step answers.
/// </summary>
/// <remarks><inheritdoc cref="SequenceOptions" path="/remarks"/></remarks>
public sealed class TcnModel : PropertyModel
{
    private readonly StepEmbedding embedding;
    private readonly ModuleList<TemporalBlock> blocks;
    private readonly ConditionedHead head;

    /// <summary>Builds the model with random weights.</summary>
    public TcnModel(TcnOptions options)
        : base("TCN", options.Targets, options.Conditions)
    {
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        embedding = new(options.Width, options.LearnedElementWidth);
        blocks = new([.. Enumerable.Range(0, options.Layers)
            .Select(layer => new TemporalBlock(options.Width, options.KernelSize, 1 << layer, options.Dropout, options.Seed + layer))]);
        head = new(options.Width, options.Conditions, options.Targets, options.Dropout, options.Seed - 1);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public TcnOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch)
    {
        RequireConditions(batch);
        var sequences = new ElementSequences(batch, parameters().First());
        var steps = embedding.call(sequences);
        foreach (var block in blocks) steps = block.call(steps);
        return head.call(sequences.Mask.Last(steps), sequences);
    }
}
