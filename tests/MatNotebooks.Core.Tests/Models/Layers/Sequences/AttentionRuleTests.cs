using MatNotebooks.Models.Layers.Sequences;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers.Sequences;

public sealed class AttentionRuleTests
{
    [Fact]
    public void With_a_great_factor_all_queries_attend()
    {
        using var scope = NewDisposeScope();
        var (query, key, value, mask) = Inputs();
        var (full, sparse) = (new FullAttention().Mix(query, key, value, mask), new ProbSparseAttention(100).Mix(query, key, value, mask));
        Assert.True((full * mask.Real.unsqueeze(1)).allclose(sparse * mask.Real.unsqueeze(1)));
    }

    [Fact]
    public void Queries_that_do_not_stand_out_hear_the_mean()
    {
        using var scope = NewDisposeScope();
        var (query, key, value, mask) = Inputs();
        var sparse = new ProbSparseAttention(1).Mix(query, key, value, mask);
        var full = new FullAttention().Mix(query, key, value, mask);
        for (var sequence = 0; sequence < 2; sequence++)
        {
            var length = mask.Lengths[sequence];
            var mean = value[sequence, 0].narrow(0, 0, length).mean([0L]);
            var attending = Enumerable.Range(0, length).Count(step => sparse[sequence, 0, step].allclose(full[sequence, 0, step]));
            var hearingMean = Enumerable.Range(0, length).Count(step => sparse[sequence, 0, step].allclose(mean));
            Assert.Equal(((int)Math.Ceiling(Math.Log(length)), length), (attending, attending + hearingMean));
        }
    }

    [Fact]
    public void Padding_is_not_heard()
    {
        using var scope = NewDisposeScope();
        var (query, key, value, mask) = Inputs();
        var louder = value + ((1 - mask.Real.unsqueeze(1)) * 100);
        foreach (var rule in new IAttentionRule[] { new FullAttention(), new ProbSparseAttention(1) })
            Assert.True(rule.Mix(query, key, value, mask).allclose(rule.Mix(query, key, louder, mask)));
    }

    [Fact]
    public void Distilling_halves_and_keeps_the_greatest()
    {
        using var scope = NewDisposeScope();
        var layer = new Distilling(2);
        layer.eval();
        var (_, _, value, mask) = Inputs();
        var (steps, halved) = layer.call(value.squeeze(1), mask);
        Assert.Equal([4, 2], halved.Lengths);
        Assert.Equal([2L, 4, 2], steps.shape);
        Assert.Equal(0, steps[1].narrow(0, 2, 2).abs().sum().item<float>());
    }

    /// <summary>Sequences of 7 and 4 steps, one head of width 2.</summary>
    private static (Tensor Query, Tensor Key, Tensor Value, StepMask Mask) Inputs()
    {
        Tensor Wave(double pace) => (arange(28, ScalarType.Float32) * pace).sin().view(2, 1, 7, 2);
        var value = Wave(0.7);
        return (Wave(1.3) * 2, Wave(2.1) * 2, value, new([7, 4], value));
    }
}
