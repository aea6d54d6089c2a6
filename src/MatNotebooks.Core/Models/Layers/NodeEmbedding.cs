using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>The first embedding of each atom: from facts of its element, and from a vector learned per element where that is asked for.</summary>
internal sealed class NodeEmbedding : nn.Module
{
    private readonly Tensor facts;
    private readonly Parameter? learned;
    private readonly Linear first, second;
    private readonly SeededDropout dropout;

    public NodeEmbedding(int width, int learnedWidth, double dropout, int seed)
        : base(nameof(NodeEmbedding))
    {
        facts = tensor(ElementFacts.Table, [ElementFacts.Rows, ElementFacts.Count]);
        learned = learnedWidth > 0 ? new Parameter(randn(ElementFacts.Rows, learnedWidth)) : null;
        first = nn.Linear(ElementFacts.Count + learnedWidth, width);
        second = nn.Linear(width, width);
        this.dropout = new(dropout, seed);
        RegisterComponents();
    }

    /// <summary>The embedding of each atom, (atoms, width).</summary>
    public Tensor Of(BatchAtoms batch)
    {
        var inputs = learned is null ? facts : cat([facts, learned], 1);
        return batch.ByElement(second.call(dropout.call(nn.functional.silu(first.call(inputs)))));
    }
}
