using MatNotebooks.Models.Layers.Fused;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers;

public sealed class NormNodeTests
{
    private const int Rows = 700;

    [Theory]
    [InlineData(64, true, true)]
    [InlineData(64, true, false)]
    [InlineData(24, false, true)]
    [InlineData(7, true, true)]
    public void Silu_step_is_the_chain_of_operators(int width, bool learning, bool drops) => AssertSame(
        width, learning, drops, NormNode<SiluStep>.Of, (value, before, keep) => before + (nn.functional.silu(value) * (keep ?? ones(1, ScalarType.Float64))));

    [Theory]
    [InlineData(64, true)]
    [InlineData(64, false)]
    [InlineData(24, true)]
    public void Softplus_step_is_the_chain_of_operators(int width, bool learning) =>
        AssertSame(width, learning, false, NormNode<SoftplusStep>.Of, (value, before, _) => (before + value).softplus());

    private static void AssertSame(
        int width, bool learning, bool drops, Func<Tensor, Tensor, Tensor?, BatchNorm1d, Tensor> fused, Func<Tensor, Tensor, Tensor?, Tensor> composed)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(width);
        var (values, before) = ((randn(Rows, width) * 3) + 2, randn(Rows, width));
        var keep = drops ? randn(Rows, width).gt(0).to_type(ScalarType.Float32) * 2 : null;
        var one = Run(ScalarType.Float32, learning, values, before, (v, b, norm) => fused(v, b, keep, norm));
        var other = Run(ScalarType.Float64, learning, values, before, (v, b, norm) => composed(norm.call(v), b, keep?.to_type(ScalarType.Float64)));
        foreach (var (name, expected) in other)
        {
            var (scale, away) = (Math.Max(1, expected.abs().max().ToDouble()), (one[name].to_type(ScalarType.Float64) - expected).abs().max().ToDouble());
            Assert.True(away <= 1e-5 * scale, $"{name} differs by {away} of {scale}");
        }
    }

    private static Dictionary<string, Tensor> Run(ScalarType type, bool learning, Tensor values, Tensor before, Func<Tensor, Tensor, BatchNorm1d, Tensor> step)
    {
        var norm = nn.BatchNorm1d(values.shape[1]);
        using (no_grad())
        {
            norm.weight!.copy_(arange(values.shape[1], ScalarType.Float32).sin() + 1.5);
            norm.bias!.copy_(arange(values.shape[1], ScalarType.Float32).cos());
        }
        norm.to(type);
        norm.train(learning);
        var (v, b) = (values.to_type(type).detach().requires_grad_(), before.to_type(type).detach().requires_grad_());
        var said = step(v, b, norm);
        (said * said.detach().cos()).sum().backward();
        return new()
        {
            ["result"] = said, ["of values"] = v.grad!, ["of before"] = b.grad!, ["of weight"] = norm.weight!.grad!, ["of bias"] = norm.bias!.grad!,
            ["mean"] = norm.running_mean!, ["variance"] = norm.running_var!, ["batches"] = norm.num_batches_tracked!.to_type(type),
        };
    }
}
