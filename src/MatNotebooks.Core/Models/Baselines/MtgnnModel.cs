using MatNotebooks.Graphs;
using MatNotebooks.Models.Layers;
using MatNotebooks.Models.Layers.Sequences;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Baselines;

/// <summary>
/// A crystal's elements as a series of many channels (electronegativity, radius, share, ...) whose graph is learned: gated convolutions
/// along the elements and messages between the channels in turn (MTGNN; Wu et al., KDD 2020). What each channel heard in all rounds at
/// the last element is its answer; the publication forecasts each channel, here all answers together say the properties.
/// </summary>
/// <remarks><inheritdoc cref="SequenceOptions" path="/remarks"/></remarks>
public sealed class MtgnnModel : PropertyModel
{
    private const int Summary = 2; // what is kept of a round is so many times as wide as a channel, as published
    private const int Answers = 4; // numbers each channel answers with

    private readonly ElementChannels channels;
    private readonly ChannelGraph graph;
    private readonly Linear start, end;
    private readonly Parameter own;
    private readonly ModuleList<ChannelBlock> blocks;
    private readonly ModuleList<Linear> skips;
    private readonly ConditionedHead head;

    /// <summary>Builds the model with random weights.</summary>
    /// <exception cref="ArgumentException">The width is no multiple of 4, the convolutions side by side.</exception>
    public MtgnnModel(MtgnnOptions options)
        : base("MTGNN", options.Targets, options.Conditions)
    {
        Options = options;
        if (options.Width % DilatedInception.Parts != 0)
            throw new ArgumentException($"Width is {options.Width}; it must be a multiple of {DilatedInception.Parts}, the convolutions side by side.");
        using var weights = InitialWeights.From(options.Seed);
        var (width, layers) = (options.Width, Enumerable.Range(0, options.Layers));
        channels = new(options.LearnedElementWidth);
        graph = new(channels.Count, options.Neighbors);
        (start, own) = (nn.Linear(1, width), new(randn(channels.Count, 1, width)));
        blocks = new([.. layers.Select(layer => new ChannelBlock(channels.Count, width, options.Hops, 1 << layer, options.Dropout, options.Seed + layer))]);
        skips = new([.. layers.Select(_ => nn.Linear(width, Summary * width))]);
        end = nn.Linear(Summary * width, Answers);
        head = new(channels.Count * Answers, options.Conditions, options.Targets, options.Dropout, options.Seed - 1);
        RegisterComponents();
    }

    /// <summary>The shape of the model.</summary>
    public MtgnnOptions Options { get; }

    /// <inheritdoc/>
    public override Tensor forward(GraphBatch batch)
    {
        RequireConditions(batch);
        var sequences = new ElementSequences(batch, parameters().First());
        // Channels that carry the same number stay apart by a vector of their own.
        var steps = start.call(channels.Of(sequences).transpose(1, 2).unsqueeze(3)) + own;
        var edges = graph.Edges();
        var summary = zeros(1, steps.dtype, steps.device);
        for (var layer = 0; layer < blocks.Count; layer++)
        {
            (steps, var heard) = blocks[layer].Pass(steps, edges);
            summary = summary + skips[layer].call(AtLastElement(heard, sequences.Mask));
        }
        return head.call(end.call(summary.relu()).relu().flatten(1), sequences);
    }

    /// <summary>(crystals, channels, steps, width) to (crystals, channels, width).</summary>
    private static Tensor AtLastElement(Tensor heard, StepMask mask)
    {
        var (channels, width) = (heard.shape[1], heard.shape[3]);
        return mask.Last(heard.transpose(1, 2).flatten(2)).view(-1, channels, width);
    }
}
