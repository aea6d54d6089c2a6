using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Sequences;

/// <summary>What a step of a sequence says, with a vector learned per element where that is asked for.</summary>
internal sealed class ElementChannels : nn.Module
{
    private readonly Parameter? learned;

    public ElementChannels(int learnedWidth)
        : base(nameof(ElementChannels))
    {
        learned = learnedWidth > 0 ? new Parameter(randn(ElementFacts.Rows, learnedWidth)) : null;
        Count = ElementSequences.ChannelCount + learnedWidth;
        RegisterComponents();
    }

    /// <summary>Numbers of a step.</summary>
    public int Count { get; }

    /// <summary>The steps, (crystals, longest, count).</summary>
    public Tensor Of(ElementSequences sequences) => learned is null ? sequences.Channels : cat([sequences.Channels, sequences.ByStep(learned)], 2);
}
