using MatNotebooks.Models.Layers;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Models.Layers;

public sealed class WeightedBatchNormTests
{
    [Fact]
    public void A_row_that_stands_for_several_is_as_if_it_were_repeated()
    {
        using var scope = NewDisposeScope();
        var rows = tensor(new[] { 1f, -2, 0.5f, 3, 9, 9 }, [3, 2]);
        var (norm, plain) = (new WeightedBatchNorm(2), nn.BatchNorm1d(2));
        var said = norm.call(rows, tensor(new[] { 3f, 1, 0 }, [3, 1]));
        var repeated = plain.call(tensor(new[] { 1f, -2, 1, -2, 1, -2, 0.5f, 3 }, [4, 2]));
        Assert.True(said[0].allclose(repeated[0], 1e-5, 1e-6));
        Assert.True(said[1].allclose(repeated[3], 1e-5, 1e-6));
        norm.eval();
        plain.eval();
        Assert.True(norm.call(rows, ones(3, 1)).allclose(plain.call(rows), 1e-5, 1e-6));
    }

    [Fact]
    public void A_batch_without_rows_is_nothing_new()
    {
        using var scope = NewDisposeScope();
        var norm = new WeightedBatchNorm(2);
        Assert.Equal(0, norm.call(zeros(0, 2), zeros(0, 1)).shape[0]);
        Assert.All(norm.named_buffers(), part => Assert.True(part.buffer.isfinite().all().item<bool>()));
    }
}
