using FsCheck;
using FsCheck.Fluent;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Tensors;

public sealed class IndexingTests
{
    private static Tensor Counted => arange(24).reshape(2, 3, 4);

    [Fact]
    public void Numbers_and_ranges_pick_as_in_C_sharp()
    {
        using var scope = NewDisposeScope();
        var counted = Counted;
        Assert.Equal([20, 21, 22, 23], counted[1, 2].data<long>().ToArray());
        Assert.Equal(23, counted[^1, ^1, ^1].item<long>());
        Assert.Equal([1, 2], counted[0, 0, 1..3].data<long>().ToArray());
        Assert.Equal([3, 7, 11], counted[0, TensorIndex.Colon, ^1].data<long>().ToArray());
        Assert.Equal([4, 16], counted[TensorIndex.Ellipsis, 1, 0].data<long>().ToArray());
        Assert.Equal([2, 1, 3, 4], counted[TensorIndex.Colon, TensorIndex.None].shape);
        Assert.Equal([0, 2], counted[0, 0, TensorIndex.Slice(step: 2)].data<long>().ToArray());
    }

    [Fact]
    public void Tensors_pick_places_and_truths()
    {
        using var scope = NewDisposeScope();
        var counted = Counted;
        var places = tensor(new long[] { 1, 0, 1 });
        Assert.Equal([12, 0, 12], counted[places, 0, 0].data<long>().ToArray());
        Assert.Equal([2, 3, 2], counted[TensorIndex.Ellipsis, TensorIndex.Tensor(tensor(new long[] { 3, 0 }))].shape);
        Assert.Equal(Enumerable.Range(20, 4).Select(i => (long)i), counted[counted >= 20].data<long>().ToArray());
        Assert.Equal([6, 3], counted[TensorIndex.Tensor(counted[TensorIndex.Ellipsis, 0] >= 0), 1..].shape);
    }

    [Fact]
    public void Writing_changes_the_part_only()
    {
        using var scope = NewDisposeScope();
        var x = zeros(3, 3);
        x[1] = 2.0;
        x[TensorIndex.Colon, 2] = tensor(new[] { 5f, 6f, 7f });
        x[0, 0] = 1f;
        x[x > 5] = 0.5;
        Assert.Equal([1, 0, 5, 2, 2, 0.5f, 0, 0, 0.5f], x.data<float>().ToArray());
        x.index_put_(ones(3), [tensor(new long[] { 0, 0, 2 })], accumulate: true);
        Assert.Equal([3, 2, 7], x[0].data<float>().ToArray());
    }

    [Fact]
    public void A_part_is_the_same_memory()
    {
        using var scope = NewDisposeScope();
        var x = zeros(4);
        x[1..3].add_(1);
        Assert.Equal([0, 1, 1, 0], x.data<float>().ToArray());
    }

    [Fact]
    public void Elements_are_read_in_the_order_of_the_shape_whatever_the_strides()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(50), Prop.ForAll(
            Gen.Choose(1, 5).Three().ToArbitrary(),
            sizes =>
            {
                using var scope = NewDisposeScope();
                var (a, b, c) = sizes;
                var x = arange(a * b * c).reshape(a, b, c).permute(2, 0, 1);
                var read = x.data<long>().ToArray();
                var expected = from k in Enumerable.Range(0, c) from i in Enumerable.Range(0, a) from j in Enumerable.Range(0, b) select (long)((((i * b) + j) * c) + k);
                return read.SequenceEqual(expected) && x.data<long>()[c - 1, a - 1, b - 1] == (a * b * c) - 1;
            }));

    [Fact]
    public void Segments_are_summed_and_an_empty_one_is_zero()
    {
        using var scope = NewDisposeScope();
        var rows = arange(10, ScalarType.Float32).view(5, 2);
        var sums = segment_reduce(rows, "sum", tensor(new long[] { 0, 2, 2, 5 }), @unsafe: true);
        Assert.Equal([2f, 4f, 0f, 0f, 18f, 21f], sums.data<float>().ToArray());
    }
}
