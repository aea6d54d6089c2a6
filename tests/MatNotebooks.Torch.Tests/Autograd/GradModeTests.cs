using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Autograd;

public sealed class GradModeTests
{
    [Fact]
    public void It_is_switched_for_one_thread_and_back()
    {
        Assert.True(AutoGradMode.IsEnabled);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            using (enable_grad())
                Assert.True(is_grad_enabled());
            Assert.False(is_grad_enabled());
            var elsewhere = false;
            var thread = new Thread(() => elsewhere = AutoGradMode.IsEnabled);
            thread.Start();
            thread.Join();
            Assert.True(elsewhere, "a new thread starts with recording on");
        }
        Assert.True(AutoGradMode.IsEnabled);
    }

    [Fact]
    public void What_is_computed_without_it_has_no_history()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        using (no_grad())
            Assert.False((x * 2).requires_grad);
        Assert.True((x * 2).requires_grad);
        Assert.False(x.detach().requires_grad);
        Assert.True(x.is_leaf);
        Assert.False((x * 2).is_leaf);
    }

    [Fact]
    public void Gradients_add_up_until_they_are_forgotten()
    {
        using var scope = NewDisposeScope();
        var x = ones(2).requires_grad_();
        (x * 3).sum().backward();
        (x * 3).sum().backward();
        Assert.Equal([6f, 6f], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Only_the_inputs_asked_for_get_gradients()
    {
        using var scope = NewDisposeScope();
        var x = ones(1).requires_grad_();
        var y = ones(1).requires_grad_();
        (x * y).backward(inputs: [y]);
        Assert.Null(x.grad);
        Assert.Equal(1f, y.grad!.item<float>());
    }

    [Fact]
    public void An_input_that_does_not_matter_is_an_error_or_null()
    {
        using var scope = NewDisposeScope();
        var x = ones(1).requires_grad_();
        var y = ones(1).requires_grad_();
        Assert.ThrowsAny<Exception>(() => autograd.grad([x * 2], [y]));
        Assert.Null(autograd.grad([x * 2], [y], allow_unused: true)[0]);
    }
}
