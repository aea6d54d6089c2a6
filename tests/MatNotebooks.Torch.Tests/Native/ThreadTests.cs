using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Native;

public sealed class ThreadTests
{
    [Fact]
    public void Threads_train_beside_each_other_and_get_what_one_gets()
    {
        var alone = Train(0);
        var together = new double[8];
        Parallel.For(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => together[i] = Train(0));
        Assert.All(together, loss => Assert.Equal(alone, loss));
    }

    [Fact]
    public void A_model_is_used_by_many_threads_at_once()
    {
        using var network = nn.Sequential(nn.Linear(16, 32), nn.SiLU(), nn.Linear(32, 4));
        network.eval();
        using var x = Reference.Filled([10, 16]).to_type(ScalarType.Float32);
        using var expected = network.call(x);
        var wrong = 0;
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            using var scope = NewDisposeScope();
            using var off = no_grad();
            if (!network.call(x).equal(expected).all().item<bool>())
                Interlocked.Increment(ref wrong);
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Thread_counts_are_set_and_read()
    {
        var before = get_num_threads();
        set_num_threads(2);
        Assert.Equal(2, get_num_threads());
        set_num_threads(before);
        Assert.Throws<ArgumentOutOfRangeException>(() => set_num_threads(0));
    }

    private static double Train(int seed)
    {
        using var chance = new Generator((ulong)seed);
        using var x = rand(64, 8, ScalarType.Float64, generator: chance);
        using var w = (rand(8, 1, ScalarType.Float64, generator: chance) - 0.5).AsParameter();
        using var optimizer = optim.SGD([w], 0.1);
        var last = 0.0;
        for (var step = 0; step < 50; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = (x.mm(w).tanh() - 0.3).square().mean();
            loss.backward();
            optimizer.step();
            last = loss.item<double>();
        }
        return last;
    }
}
