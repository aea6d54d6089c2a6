using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Tensors;

public sealed class CreationTests
{
    [Fact]
    public void Arrays_become_tensors_of_their_kind_and_shape()
    {
        using var scope = NewDisposeScope();
        Assert.Equal((ScalarType.Float32, ScalarType.Float64, ScalarType.Int64, ScalarType.Int32, ScalarType.Bool),
            (tensor(new[] { 1f }).dtype, tensor(new[] { 1.0 }).dtype, tensor(new[] { 1L }).dtype, tensor(new[] { 1 }).dtype, tensor(new[] { true }).dtype));
        Assert.Equal([2, 3], tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).shape);
        Assert.Equal([1, 2, 3, 4], tensor(new[,,] { { { 1f, 2f } }, { { 3f, 4f } } }).data<float>().ToArray());
        Assert.Equal([2, 2], tensor(new long[] { 1, 2, 3, 4 }, [2, 2]).shape);
        Assert.Equal(ScalarType.Float64, tensor(new[] { 1, 2 }, dtype: ScalarType.Float64).dtype);
        Assert.Empty(tensor(3.0).shape);
        Assert.Equal([3, 0], zeros(3, 0).shape);
        Assert.Equal(0, tensor(Array.Empty<float>()).numel());
        Assert.Equal(new double[,] { { 1, 2 }, { 3, 4 } }, tensor(new double[,] { { 1, 2 }, { 3, 4 } }).data<double>().ToNDArray());
    }

    [Fact]
    public void An_array_is_copied()
    {
        var array = new[] { 1f, 2f };
        using var copy = tensor(array);
        array[0] = 9;
        Assert.Equal(1f, copy.data<float>()[0]);
    }

    [Fact]
    public void Rules_make_what_they_say()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0, 1, 2], arange(3).data<long>().ToArray());
        Assert.Equal([1f, 1.5f], arange(1, 2, 0.5).data<float>().ToArray());
        Assert.Equal([0f, 0.5f, 1f], linspace(0, 1, 3).data<float>().ToArray());
        Assert.Equal([7f, 7f], full(2, 7.0).data<float>().ToArray());
        Assert.Equal([1f, 0f, 0f, 1f], eye(2).data<float>().ToArray());
        Assert.Equal([1L, 1L], ones_like(arange(2)).data<long>().ToArray());
        Assert.True(zeros(2, requires_grad: true).requires_grad);
        Assert.InRange(randint(3, 5, [100]).max().item<long>(), 3, 4);
    }

    [Fact]
    public void Facts_are_told()
    {
        using var x = zeros(2, 3, dtype: ScalarType.Int32);
        Assert.Equal("[2x3], type = Int32, device = cpu", x.ToString());
        Assert.Equal((2, 6, 4L, 3L), (x.ndim, x.numel(), x.element_size(), x.size(-1)));
        Assert.Equal([3, 1], x.stride());
        Assert.Equal("cuda:1", new Device("cuda:1").ToString());
        Assert.Equal(new Device("cpu"), CPU);
        Assert.Throws<ArgumentOutOfRangeException>(() => x.size(2));
    }

    [Fact]
    public void Numbers_stand_beside_tensors()
    {
        using var scope = NewDisposeScope();
        Tensor x = 3;
        Assert.Equal(2, (int)(5 - x));
        Assert.Equal(1.5, (double)(4.5 / x), 6);
        Assert.True((bool)(x > 2));
        Assert.Equal(1, (x % 2).item<int>());
        Assert.Equal([0.5f, 1.5f], ((tensor(new[] { 1f, 3f }) + 1.0) * 0.5 - 0.5).data<float>().ToArray());
    }
}
