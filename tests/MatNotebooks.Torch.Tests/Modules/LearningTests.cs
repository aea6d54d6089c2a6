using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MatNotebooks.Torch.Tests.Modules;

public sealed class LearningTests
{
    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Sequential layers = Sequential(Linear(2, 32), BatchNorm1d(32), SiLU(), Dropout(0.05), Linear(32, 1));
        private readonly Parameter scale = Parameter(ones(1));

        public Net()
            : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var raw = layers.call(input);
            return raw * scale;
        }
    }

    [Fact]
    public void A_small_network_learns_a_product()
    {
        torch.random.manual_seed(1);
        using var net = new Net();
        using var optimizer = optim.Adam(net.parameters(), lr: 1e-2);
        using var x = rand(256, 2);
        using var y = (x[TensorIndex.Colon, 0] * x[TensorIndex.Colon, 1]).unsqueeze(1);
        var first = double.NaN;
        for (var step = 0; step < 200; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = functional.mse_loss(net.call(x), y);
            loss.backward();
            optimizer.step();
            if (step == 0)
                first = loss.item<float>();
        }
        net.eval();
        using var off = no_grad();
        using var predicted = net.call(x);
        using var last = functional.mse_loss(predicted, y);
        Assert.InRange(last.item<float>(), 0, first / 50);
    }

    [Fact]
    public void Parts_are_named_as_fields_and_places()
    {
        using var net = new Net();
        Assert.Equal(
            ["layers.0.weight", "layers.0.bias", "layers.1.weight", "layers.1.bias", "layers.4.weight", "layers.4.bias", "scale"],
            net.named_parameters().Select(p => p.name).OrderBy(n => n == "scale"));
        Assert.Equal(
            ["layers.1.running_mean", "layers.1.running_var", "layers.1.num_batches_tracked"],
            net.named_buffers().Select(b => b.name));
    }
}
