using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Tensors;

[Collection(Alone.Name)] // the default generator is the process's
public sealed class SeedTests
{
    [Fact]
    public void A_seed_gives_the_numbers_it_gives_PyTorch_bit_for_bit()
    {
        using var scope = NewDisposeScope();
        torch.random.manual_seed(20);
        var rows = Reference.Rows("seeded");
        Assert.Equal(rows[0], randn(9).data<float>().ToArray().Select(v => (double)v));
        Assert.Equal(rows[1], rand(9).data<float>().ToArray().Select(v => (double)v));
        Assert.Equal(rows[2], randperm(9).data<long>().ToArray().Select(v => (double)v));
    }

    [Fact]
    public void The_same_seed_trains_the_same_network_bit_for_bit()
    {
        Assert.Equal(Train(3), Train(3));
        Assert.NotEqual(Train(3), Train(4));
    }

    [Fact]
    public void A_generator_has_a_state_of_its_own()
    {
        using var scope = NewDisposeScope();
        using var own = new Generator(5);
        using var same = new Generator(5);
        torch.manual_seed(1);
        var first = rand(5, generator: own).data<float>().ToArray();
        rand(3).Dispose();
        Assert.Equal(first, rand(5, generator: same).data<float>().ToArray());
        Assert.Equal(5, own.initial_seed());
        var state = own.get_state();
        var next = randperm(9, generator: own).data<long>().ToArray();
        own.set_state(state);
        Assert.Equal(next, randperm(9, generator: own).data<long>().ToArray());
    }

    private static float[] Train(long seed)
    {
        using var scope = NewDisposeScope();
        torch.random.manual_seed(seed);
        var network = nn.Sequential(nn.Linear(4, 8), nn.Dropout(0.2), nn.SiLU(), nn.Linear(8, 1));
        using var optimizer = optim.AdamW(network.parameters(), 1e-2);
        var x = rand(32, 4);
        for (var step = 0; step < 20; step++)
        {
            optimizer.zero_grad();
            (network.call(x) - x.sum(1, keepdim: true)).square().mean().backward();
            optimizer.step();
        }
        return nn.utils.parameters_to_vector(network.parameters()).data<float>().ToArray();
    }
}
