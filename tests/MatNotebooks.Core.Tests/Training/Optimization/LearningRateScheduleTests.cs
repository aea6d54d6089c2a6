using MatNotebooks.Training.Optimization;

namespace MatNotebooks.Core.Tests.Training.Optimization;

public sealed class LearningRateScheduleTests
{
    [Fact]
    public void The_paper_multiplies_by_0_95_after_every_epoch()
    {
        var schedule = new ExponentialDecay();
        Assert.Equal(1, schedule.Factor(0.9, 300));
        Assert.Equal(0.95, schedule.Factor(1.0, 300), 1e-12);
        Assert.Equal(Math.Pow(0.95, 7), schedule.Factor(7.5, 300), 1e-12);
    }

    [Fact]
    public void One_cycle_rises_and_ends_at_rest()
    {
        var schedule = new OneCycle(Rise: 0.25);
        Assert.Equal(0.04, schedule.Factor(0, 100), 1e-12);
        Assert.Equal(1, schedule.Factor(25, 100), 1e-12);
        Assert.Equal(0, schedule.Factor(100, 100), 1e-12);
        var factors = Enumerable.Range(0, 101).Select(epoch => schedule.Factor(epoch, 100)).ToArray();
        Assert.True(factors.Take(26).SequenceEqual(factors.Take(26).Order()) && factors.Skip(25).SequenceEqual(factors.Skip(25).OrderDescending()));
    }

    [Fact]
    public void A_cosine_is_at_half_in_the_middle() => Assert.Equal(0.5, new CosineDecay().Factor(50, 100), 1e-12);

    [Fact]
    public void Huber_turns_from_squared_to_absolute()
    {
        static double Of(double error) => (double)new HuberLoss(0.5).Of(TorchSharp.torch.tensor(error), TorchSharp.torch.tensor(0.0));
        Assert.Equal(0.5 * 0.2 * 0.2 / 0.5, Of(0.2), 1e-12);
        Assert.Equal(2 - 0.25, Of(-2), 1e-12);
    }
}
