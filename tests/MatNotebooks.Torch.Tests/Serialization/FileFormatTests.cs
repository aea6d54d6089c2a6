using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests.Serialization;

public sealed class FileFormatTests
{
    [Fact]
    public void A_tensor_is_kind_sizes_and_bytes()
    {
        using var stream = new MemoryStream();
        using (var values = tensor(new[] { 1f, 2f }).reshape(2, 1))
            values.Save(stream);
        byte[] expected = [6, 2, 2, 1, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40]; // Float32, two dimensions, 2 and 1, then 1.0 and 2.0
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void A_size_over_127_takes_two_bytes()
    {
        using var stream = new MemoryStream();
        using (var values = zeros(200, ScalarType.Byte))
            values.Save(stream);
        Assert.Equal([0, 1, 0xc8, 0x01], stream.ToArray()[..4]);
    }

    [Fact]
    public void A_module_is_a_count_then_names_and_tensors()
    {
        using var stream = new MemoryStream();
        using (var linear = nn.Linear(1, 1, hasBias: false))
        {
            nn.init.ones_(linear.weight);
            linear.save(stream);
        }
        byte[] expected = [1, 6, .. Encoding.UTF8.GetBytes("weight"), 6, 2, 1, 1, 0, 0, 0x80, 0x3f];
        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Kinds_shapes_and_strides_survive()
    {
        using var scope = NewDisposeScope();
        Tensor[] all = [rand(3, 4).t(), arange(7), tensor(true), tensor(2.5, ScalarType.Float64), zeros(0, 3), rand(2).to_type(ScalarType.Float16)];
        foreach (var one in all)
        {
            using var stream = new MemoryStream();
            one.Save(stream);
            stream.Position = 0;
            using var reader = new BinaryReader(stream);
            var back = Tensor.Load(reader);
            Assert.Equal((one.dtype, string.Join(',', one.shape)), (back.dtype, string.Join(',', back.shape)));
            Assert.True(one.equal(back).all().item<bool>());
        }
    }

    [Fact]
    public void A_network_survives_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var first = nn.Sequential(nn.Linear(3, 5), nn.BatchNorm1d(5), nn.Linear(5, 1));
            using var second = nn.Sequential(nn.Linear(3, 5), nn.BatchNorm1d(5), nn.Linear(5, 1));
            using var x = rand(8, 3);
            first.call(x).Dispose(); // the running statistics move
            first.save(file);
            second.load(file);
            first.eval();
            second.eval();
            using var expected = first.call(x);
            using var actual = second.call(x);
            Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
            Assert.False(File.Exists(file + ".new"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Another_shape_or_name_is_named()
    {
        using var stream = new MemoryStream();
        using var small = nn.Sequential(("body", nn.Linear(2, 3)));
        small.save(stream);
        stream.Position = 0;
        using var wide = nn.Sequential(("body", nn.Linear(2, 4)));
        Assert.Contains("'body.weight' has shape [3, 2] in the file and [4, 2]", Assert.Throws<ArgumentException>(() => wide.load(stream)).Message, StringComparison.Ordinal);
        stream.Position = 0;
        using var other = nn.Sequential(("head", nn.Linear(2, 3)));
        Assert.Contains("'body.weight'", Assert.Throws<ArgumentException>(() => other.load(stream)).Message, StringComparison.Ordinal);
        stream.Position = 0;
        var seen = new Dictionary<string, bool>();
        other.load(stream, strict: false, loadedParameters: seen);
        Assert.Equal([false, false], seen.Values);
    }

    [Fact]
    public void A_file_that_is_none_is_refused()
    {
        using var reader = new BinaryReader(new MemoryStream([200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200]));
        Assert.Throws<InvalidDataException>(() => Tensor.Load(reader));
        using var cut = new BinaryReader(new MemoryStream([6, 1, 5, 0, 0]));
        Assert.Throws<EndOfStreamException>(() => Tensor.Load(cut));
    }

    [Fact]
    public void A_state_is_copied_by_name()
    {
        using var first = nn.Linear(2, 2);
        using var second = nn.Linear(2, 2);
        second.load_state_dict(first.state_dict());
        Assert.Equal(first.weight.data<float>().ToArray(), second.weight.data<float>().ToArray());
        var e = Assert.Throws<InvalidOperationException>(() => second.load_state_dict(new() { ["weight"] = first.weight }));
        Assert.Contains("missing [bias]", e.Message, StringComparison.Ordinal);
    }
}
