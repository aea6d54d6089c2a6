using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Torch.Tests;

/// <summary>PyTorch's own figures (tests/References/torch_reference.py), and the rule by which both sides fill tensors.</summary>
internal static class Reference
{
    private static readonly JsonElement s_all = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "References", "torch.json"))).RootElement;

    internal static IEnumerable<string> Names(string section) => s_all.GetProperty(section).EnumerateObject().Select(p => p.Name);

    internal static double Number(string section, string name) => s_all.GetProperty(section).GetProperty(name).GetDouble();

    internal static double[][] Rows(string section, string? name = null)
    {
        var element = s_all.GetProperty(section);
        element = name is null ? element : element.GetProperty(name);
        return [.. element.EnumerateArray().Select(row => row.EnumerateArray().Select(v => v.GetDouble()).ToArray())];
    }

    /// <summary>sin(0.7 i + 1) / 2 over the flattened index, in double precision.</summary>
    internal static Tensor Filled(long[] size, int shift = 0)
    {
        var count = (int)size.Aggregate(1L, (product, s) => product * s);
        return tensor(Enumerable.Range(shift, count).Select(i => Math.Sin((0.7 * i) + 1) / 2).ToArray(), size);
    }

    /// <summary>Fills a module's parameters, in the order of their names, each a step further.</summary>
    internal static T WithFilledWeights<T>(T module)
        where T : nn.Module
    {
        module.to(ScalarType.Float64);
        using var off = no_grad();
        foreach (var (part, shift) in module.named_parameters().OrderBy(p => p.name, StringComparer.Ordinal).Select((p, i) => (p.parameter, i)))
        {
            using var values = Filled(part.shape, shift);
            part.copy_(values);
        }
        module.eval();
        return module;
    }

    internal static void Near(double[] expected, double[] actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"[{i}] {actual[i]:R} is not {expected[i]:R}");
    }
}
