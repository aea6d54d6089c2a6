using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>The first embedding of each atom as a linear map: of the facts of its element, and a vector of its own.</summary>
internal sealed class ElementEmbedding : nn.Module
{
    private readonly Tensor facts;
    private readonly Parameter own;
    private readonly Linear map;

    public ElementEmbedding(int width)
        : base(nameof(ElementEmbedding))
    {
        facts = tensor(ElementFacts.Table, [ElementFacts.Rows, ElementFacts.Count]);
        own = new(randn(ElementFacts.Rows, width) * 0.1); // small beside the facts, which carry over to elements never seen
        map = nn.Linear(ElementFacts.Count, width);
        RegisterComponents();
    }

    /// <summary>The embedding of each atom, (atoms, width).</summary>
    public Tensor Of(BatchAtoms batch) => batch.ByElement(map.call(facts) + own);
}
