using System.Globalization;
using System.Runtime.CompilerServices;
using TorchSharp;
using TorchSharp.Native;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace MatNotebooks.Torch.Tests.Native;

[Collection(Alone.Name)]
public sealed class MemoryTests
{
    private const long Mebibyte = 1 << 20;

    /// <summary>exp, whose backward is its own output: the cycle that would leak.</summary>
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

    [Fact]
    public void Ten_thousand_steps_in_scopes_hold_nothing()
    {
        using var network = nn.Sequential(nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, 1));
        using var optimizer = optim.Adam(network.parameters());
        using var x = rand(128, 64);
        void Train(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                network.call(OwnOutput.apply(x * 0.1)).square().mean().backward();
                optimizer.step();
            }
        }

        Collect(); // what tests before this one left
        Train(200);
        var (tensors, kib, resident) = (Tensor.TotalCount, NativeMemory.HeldKib, Resident());
        Train(10_000);
        Assert.Equal(tensors, Tensor.TotalCount);
        Assert.Equal(kib, NativeMemory.HeldKib);
        Assert.InRange(Resident() - resident, long.MinValue, 30 * Mebibyte); // ten thousand leaked activations would be 330 MB
    }

    [Fact]
    public void What_nobody_disposed_is_collected_before_memory_runs_out()
    {
        var before = Resident();
        for (var i = 0; i < 800; i++)
            Forget(); // 4 MiB each: 3.2 GB in all
        Assert.InRange(Resident() - before, long.MinValue, 1800 * Mebibyte);
    }

    [Fact]
    public void A_graph_never_gone_back_through_is_freed_with_its_tensors()
    {
        using var x = ones(1000).requires_grad_();
        Collect();
        var tensors = Tensor.TotalCount;
        for (var i = 0; i < 100; i++)
        {
            using var scope = NewDisposeScope();
            _ = OwnOutput.apply(OwnOutput.apply(x) * 0.1).sum();
        }
        Assert.Equal(tensors, Tensor.TotalCount);
        var nodes = Nodes(x);
        Collect();
        Assert.DoesNotContain(nodes, node => node.IsAlive);
    }

    private static List<WeakReference> Nodes(Tensor x) => [.. Enumerable.Range(0, 20).Select(_ => OneUse(x))];

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference OneUse(Tensor x)
    {
        var kept = new object();
        using var scope = NewDisposeScope();
        _ = Keeping.apply(x, kept).sum();
        return new WeakReference(kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget() => zeros(1 << 20).fill_(1);

    private static long Resident()
        => 1024 * long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);

    /// <summary>Keeps its output and a C# object: the object goes when the native node goes.</summary>
    private sealed class Keeping : SingleTensorFunction<Keeping>
    {
        public override string Name => nameof(Keeping);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var y = ((Tensor)vars[0]) * 2;
            ctx.save_for_backward([y]);
            ctx.save_data("kept", vars[1]);
            return y;
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 2, null!];
    }
}
