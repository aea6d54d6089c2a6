using System.Diagnostics;
using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Native;

public sealed class FailureTests
{
    [Fact]
    public void An_error_of_libtorch_arrives_with_its_shapes()
    {
        using var a = ones(2, 3);
        using var b = ones(4, 5);
        var e = Assert.Throws<ExternalException>(() => a.matmul(b));
        Assert.Contains("2x3 and 4x5", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("frame #", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_is_cheap()
    {
        using var a = ones(2, 3);
        using var b = ones(4, 5);
        Assert.Throws<ExternalException>(() => a.matmul(b));
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 200; i++)
            Assert.Throws<ExternalException>(() => a.matmul(b));
        Assert.InRange(watch.Elapsed.TotalMilliseconds / 200, 0, 2.5); // a native backtrace alone takes 5 ms
    }

    [Fact]
    public void An_unknown_operator_is_named()
    {
        var e = Assert.Throws<ExternalException>(() => TorchSharp.Native.Aten.Call("no_such_operator"));
        Assert.Contains("aten::no_such_operator", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var a = ones(2);
        a.Dispose();
        a.Dispose();
        Assert.True(a.IsInvalid);
        Assert.Throws<ObjectDisposedException>(() => a + 1);
        Assert.Equal("[disposed]", a.ToString());
    }

    [Theory]
    [InlineData("cuda:x")]
    [InlineData("gpu")]
    public void A_device_that_is_none_is_named(string description)
        => Assert.Contains(description.Split(':')[0], Assert.Throws<ArgumentException>(() => new Device(description)).Message, StringComparison.Ordinal);

    [Fact]
    public void Wrong_element_types_and_shapes_are_refused_before_memory_is_touched()
    {
        using var a = ones(2, 3);
        Assert.Throws<ArgumentException>(() => a.data<double>());
        Assert.Throws<ArgumentException>(() => a.item<float>());
        Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2f }, [3]));
        Assert.Throws<NotSupportedException>(() => a.t().bytes.Length);
        Assert.Throws<IndexOutOfRangeException>(() => a.data<float>()[0, 3]);
        Assert.Throws<ArgumentException>(() => a[0, 0, 0]);
    }
}
