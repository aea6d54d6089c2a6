using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>From an embedding to the targets: one hidden layer, or, for extensive embeddings, one linear map without bias.</summary>
internal sealed class RegressionHead : nn.Module<Tensor, Tensor>
{
    private readonly Linear? hidden;
    private readonly Linear output;
    private readonly SeededDropout dropout;

    public RegressionHead(int inputs, int width, int targets, bool extensive, double dropout, int seed)
        : base(nameof(RegressionHead))
    {
        hidden = extensive ? null : nn.Linear(inputs, width);
        output = nn.Linear(extensive ? inputs : width, targets, hasBias: !extensive);
        this.dropout = new(dropout, seed);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) =>
        output.call(hidden is null ? input : dropout.call(nn.functional.silu(hidden.call(input))));
}
