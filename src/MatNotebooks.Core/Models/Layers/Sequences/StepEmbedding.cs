using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>The channels of a step mapped to the width of a network.</summary>
internal sealed class StepEmbedding : nn.Module<ElementSequences, Tensor>
{
    private readonly ElementChannels channels;
    private readonly Linear map;

    public StepEmbedding(int width, int learnedWidth)
        : base(nameof(StepEmbedding))
    {
        channels = new(learnedWidth);
        map = nn.Linear(channels.Count, width);
        RegisterComponents();
    }

    /// <summary>The steps, (crystals, longest, width); those of padding are not zero.</summary>
    public override Tensor forward(ElementSequences input) => map.call(channels.Of(input));
}
