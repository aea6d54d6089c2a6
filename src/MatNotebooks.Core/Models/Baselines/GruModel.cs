using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Sequences;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Baselines;

/// <summary>A crystal read element by element by gated recurrent units (Cho et al., EMNLP 2014); the state after the last element answers.</summary>
/// <remarks><inheritdoc cref="SequenceOptions" path="/remarks"/></remarks>
public sealed class GruModel : PropertyModel
{
    private readonly StepEmbedding embedding;
    private readonly ModuleList<GRU> layers;
    private readonly ModuleList<SeededDropout> dropouts;
    private readonly ConditionedHead head;

    /// <summary>Builds the model with random weights.</summary>
    public GruModel(GruOptions options)
        : base("GRU", options.Targets, options.Conditions)
    {
        Options = options;
        using var weights = InitialWeights.From(options.Seed);
        embedding = new(options.Width, options.LearnedElementWidth);
        layers = new([.. Enumerable.Range(0, options.Layers).Select(_ => nn.GRU(options.Width, options.Width, batchFirst: true))]);
        dropouts = new([.. Enumerable.Range(1, options.Layers - 1).Select(layer => new SeededDropout(options.Dropout, options.Seed + layer))]);
        head = new(options.Width, options.Conditions, options.Targets, options.Dropout, options.Seed - 1);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public GruOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch)
    {
        RequireConditions(batch);
        var sequences = new ElementSequences(batch, parameters().First());
        var steps = embedding.call(sequences);
        for (var layer = 0; layer < layers.Count; layer++)
            steps = layers[layer].call(layer == 0 ? steps : dropouts[layer - 1].call(steps)).Item1; // padding comes last, so that no real step hears it
        return head.call(sequences.Mask.Last(steps), sequences);
    }
}
