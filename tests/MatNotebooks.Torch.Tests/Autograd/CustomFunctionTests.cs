using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Torch.Tests.Autograd;

public sealed class CustomFunctionTests
{
    /// <summary>x² y, with a backward that keeps both inputs and a number.</summary>
    private sealed class SquareTimes : SingleTensorFunction<SquareTimes>
    {
        public override string Name => nameof(SquareTimes);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var (x, y) = ((Tensor)vars[0], (Tensor)vars[1]);
            ctx.save_for_backward([x, y]);
            ctx.save_data("factor", vars[2]);
            return x * x * y * (double)vars[2];
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            var saved = ctx.get_saved_variables();
            var factor = (double)ctx.get_data("factor")!;
            return [grad_output * 2 * saved[0] * saved[1] * factor, grad_output * saved[0] * saved[0] * factor, null!];
        }
    }

    /// <summary>exp, whose backward is its own output.</summary>
    private sealed class OwnOutput : SingleTensorFunction<OwnOutput>
    {
        public override string Name => nameof(OwnOutput);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var y = ((Tensor)vars[0]).exp();
            ctx.save_for_backward([y]);
            return y;
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * ctx.get_saved_variables()[0]];
    }

    private sealed class SumAndDifference : MultiTensorFunction<SumAndDifference>
    {
        public override string Name => nameof(SumAndDifference);

        public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
            => [(Tensor)vars[0] + (Tensor)vars[1], (Tensor)vars[0] - (Tensor)vars[1]];

        public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
            => [grad_outputs[0] + grad_outputs[1], grad_outputs[0] - grad_outputs[1]];
    }

    private sealed class Failing : SingleTensorFunction<Failing>
    {
        public override string Name => nameof(Failing);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => (Tensor)vars[0] * 1;

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => throw new TimeoutException("the backward was late");
    }

    private sealed class Unchanged : SingleTensorFunction<Unchanged>
    {
        public override string Name => nameof(Unchanged);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => (Tensor)vars[0];

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 5];
    }

    [Fact]
    public void Its_gradient_agrees_with_the_composed_one()
    {
        using var scope = NewDisposeScope();
        var x = Reference.Filled([4]).requires_grad_();
        var y = Reference.Filled([4], 9).requires_grad_();
        var custom = grad([SquareTimes.apply(x, y, 3.0).sin().sum()], [x, y]);
        var composed = grad([(x * x * y * 3.0).sin().sum()], [x, y]);
        for (var i = 0; i < 2; i++)
            Assert.True(custom[i].allclose(composed[i], 1e-13, 0));
    }

    [Fact]
    public void It_may_keep_its_own_output()
    {
        using var scope = NewDisposeScope();
        var x = Reference.Filled([4]).requires_grad_();
        var gradient = grad([OwnOutput.apply(x).sum()], [x])[0];
        Assert.True(gradient.allclose(x.exp()));
    }

    [Fact]
    public void It_may_have_several_results()
    {
        using var scope = NewDisposeScope();
        var x = Reference.Filled([4]).requires_grad_();
        var y = Reference.Filled([4], 9).requires_grad_();
        var results = SumAndDifference.apply(x, y);
        var gradients = grad([results[0].sum()], [x, y]); // nothing comes back for the second: zeros
        Assert.Equal([1, 1, 1, 1], gradients[0].data<double>().ToArray());
        Assert.Equal([1, 1, 1, 1], gradients[1].data<double>().ToArray());
    }

    [Fact]
    public void An_exception_in_backward_arrives_as_it_was_thrown()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var e = Assert.Throws<TimeoutException>(() => Failing.apply(x).sum().backward());
        Assert.Equal("the backward was late", e.Message);
        (x * 2).sum().backward(); // and the engine works on
        Assert.Equal([2f, 2f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void An_input_given_back_is_a_result_of_its_own()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        Unchanged.apply(x).sum().backward();
        Assert.Equal([5f, 5f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Nothing_is_recorded_where_nothing_is_wanted()
    {
        using var scope = NewDisposeScope();
        Assert.False(OwnOutput.apply(ones(2)).requires_grad);
        using (no_grad())
            Assert.False(OwnOutput.apply(ones(2).requires_grad_()).requires_grad);
    }

    [Fact]
    public void A_kept_tensor_that_was_changed_is_noticed()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        var y = ones(2);
        var z = SquareTimes.apply(x, y, 1.0);
        y.add_(1);
        var e = Assert.ThrowsAny<Exception>(() => z.sum().backward());
        Assert.Contains("modified by an inplace operation", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_derivatives_go_through_a_backward_of_operators()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[] { 0.5 }).requires_grad_();
        var first = grad([OwnOutput.apply(x).sum()], [x], create_graph: true)[0];
        var second = grad([first.sum()], [x])[0];
        Assert.Equal(Math.Exp(0.5), second.item<double>(), 12);
    }
}
