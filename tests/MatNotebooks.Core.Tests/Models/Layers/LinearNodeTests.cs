using MatNotebooks.Models.Layers.Fused;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers;

public sealed class LinearNodeTests
{
    /// <summary>Inputs, outputs, bias: sixteen, eight and one lane, in blocks of four registers and not.</summary>
    public static TheoryData<int, int, bool> Shapes => new() { { 64, 128, true }, { 64, 64, false }, { 41, 128, true }, { 24, 40, true }, { 50, 7, true }, { 1, 1, false } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void It_is_the_product_in_double_precision_forward_and_backward(int inputs, int outputs, bool biased)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(inputs + outputs);
        var layer = nn.Linear(inputs, outputs, biased);
        var rows = randn(1003, inputs).requires_grad_(); // rows that neither parts nor blocks of four divide
        var said = LinearNode.Of(layer, rows);
        (said * said.detach().sin()).sum().backward();
        var exact = rows.detach().to_type(ScalarType.Float64).requires_grad_();
        var weight = layer.weight.detach().to_type(ScalarType.Float64).requires_grad_();
        var bias = layer.bias?.detach().to_type(ScalarType.Float64).requires_grad_();
        var expected = nn.functional.linear(exact, weight, bias);
        (expected * said.detach().to_type(ScalarType.Float64).sin()).sum().backward();
        AssertSame(expected, said);
        AssertSame(exact.grad!, rows.grad!);
        AssertSame(weight.grad!, layer.weight.grad!);
        if (biased) AssertSame(bias!.grad!, layer.bias!.grad!);
    }

    [Fact]
    public void The_same_rows_give_the_same_bits()
    {
        using var scope = NewDisposeScope();
        var (layer, rows) = (nn.Linear(64, 64), randn(2000, 64));
        var first = LinearNode.Of(layer, rows);
        for (var again = 0; again < 5; again++) Assert.True(LinearNode.Of(layer, rows).bytes.SequenceEqual(first.bytes));
    }

    [Fact]
    public void Few_rows_and_double_precision_are_left_to_libtorch()
    {
        using var scope = NewDisposeScope();
        var layer = nn.Linear(4, 3);
        var rows = randn(2, 4);
        Assert.True(LinearNode.Of(layer, rows).bytes.SequenceEqual(layer.call(rows).bytes));
        layer.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, LinearNode.Of(layer, randn(500, 4, ScalarType.Float64)).dtype);
    }

    private static void AssertSame(Tensor expected, Tensor said)
    {
        var scale = Math.Max(1, expected.abs().max().ToDouble());
        var away = (said.to_type(ScalarType.Float64) - expected).abs().max().ToDouble();
        Assert.True(away <= 1e-5 * scale, $"differs by {away} of {scale}");
    }
}
