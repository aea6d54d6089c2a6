using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Frameworks.Edl.Operators;

/// <summary>A network with a narrow place: one hidden layer down to a few numbers, one up again.</summary>
internal sealed class NarrowNetwork : nn.Module
{
    private readonly Linear into, down, spread, up, back;

    public NarrowNetwork(int dimensions, int hidden, int numbers)
        : base(nameof(NarrowNetwork))
    {
        (into, down, spread) = (nn.Linear(dimensions, hidden), nn.Linear(hidden, numbers), nn.Linear(hidden, numbers));
        (up, back) = (nn.Linear(numbers, hidden), nn.Linear(hidden, dimensions));
        RegisterComponents();
    }

    /// <summary>What reads an embedding.</summary>
    public IVectorMap Encoder => new PerceptronMap(Plain(into), Plain(down));

    /// <summary>What writes one.</summary>
    public IVectorMap Decoder => new PerceptronMap(Plain(up), Plain(back));

    /// <summary>Mean and logarithm of the variance of the numbers, (rows, numbers).</summary>
    public (Tensor Mean, Tensor LogVariance) Encode(Tensor rows)
    {
        var heard = nn.functional.silu(into.call(rows));
        return (down.call(heard), spread.call(heard));
    }

    /// <summary>(rows, numbers) to (rows, dimensions).</summary>
    public Tensor Decode(Tensor numbers) => back.call(nn.functional.silu(up.call(numbers)));

    private static LinearMap Plain(Linear layer)
    {
        var (flat, inputs) = (layer.weight.detach().contiguous().data<float>().ToArray(), (int)layer.weight.shape[1]);
        return new([.. flat.Chunk(inputs)], layer.bias!.detach().data<float>().ToArray());
    }
}
