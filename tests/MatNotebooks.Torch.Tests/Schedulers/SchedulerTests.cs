using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim.lr_scheduler;

namespace MatNotebooks.Torch.Tests.Schedulers;

public sealed class SchedulerTests
{
    private static readonly double[] s_losses = [1.0, 0.9, 0.9, 0.9, 0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5];

    public static TheoryData<string> Cases => [.. Reference.Names("schedulers")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sets_the_rates_PyTorch_sets(string name)
    {
        using var parameter = new Parameter(zeros(1));
        using var optimizer = optim.Adam([parameter], lr: 0.1);
        var scheduler = Make(name, optimizer);
        var group = (Adam.ParamGroup)optimizer.ParamGroups.Single();
        foreach (var (expected, epoch) in Reference.Rows("schedulers", name).Select((row, i) => (row, i)))
        {
            if (epoch > 0 && name.StartsWith("plateau", StringComparison.Ordinal))
                scheduler.step(s_losses[epoch - 1]);
            else if (epoch > 0)
                scheduler.step();
            Reference.Near(expected, [group.LearningRate, group.Betas.Item1]);
        }
    }

    [Fact]
    public void Goes_on_from_an_epoch()
    {
        using var parameter = new Parameter(zeros(1));
        using var optimizer = optim.SGD([parameter], 1.0);
        var scheduler = StepLR(optimizer, 2, 0.5, last_epoch: 3);
        Assert.Equal([0.25], scheduler.get_last_lr());
        scheduler.step();
        Assert.Equal([0.25], scheduler.get_last_lr());
        scheduler.step();
        Assert.Equal([0.125], scheduler.get_last_lr());
    }

    [Fact]
    public void A_cycle_ends()
    {
        using var parameter = new Parameter(zeros(1));
        using var optimizer = optim.SGD([parameter], 1.0, momentum: 0.9);
        var scheduler = OneCycleLR(optimizer, 1.0, total_steps: 2);
        scheduler.step();
        Assert.Throws<InvalidOperationException>(scheduler.step);
    }

    [Fact]
    public void A_plateau_has_to_be_seen()
    {
        using var parameter = new Parameter(zeros(1));
        using var optimizer = optim.SGD([parameter], 1.0);
        Assert.Throws<InvalidOperationException>(ReduceLROnPlateau(optimizer).step);
    }

    private static LRScheduler Make(string name, Adam optimizer) => name switch
    {
        "step" => StepLR(optimizer, 3, 0.5),
        "multistep" => MultiStepLR(optimizer, [2, 7], 0.1),
        "exponential" => ExponentialLR(optimizer, 0.95),
        "lambda" => LambdaLR(optimizer, epoch => 1.0 / (1 + epoch)),
        "cosine" => CosineAnnealingLR(optimizer, 10, 0.001),
        "plateau" => ReduceLROnPlateau(optimizer, factor: 0.5, patience: 2, cooldown: 1),
        "plateau max" => ReduceLROnPlateau(optimizer, "max", factor: 0.5, patience: 3, threshold: 0.01, threshold_mode: "abs", min_lr: [0.03]),
        "onecycle" => OneCycleLR(optimizer, 0.2, total_steps: 15),
        "onecycle linear" => OneCycleLR(optimizer, 0.2, epochs: 5, steps_per_epoch: 3, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, three_phase: true, div_factor: 10),
        _ => throw new ArgumentException($"No scheduler is called {name}", nameof(name)),
    };
}
