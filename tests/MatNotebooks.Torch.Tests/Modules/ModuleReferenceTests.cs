using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace MatNotebooks.Torch.Tests.Modules;

public sealed class ModuleReferenceTests
{
    public static TheoryData<string> Modules => [.. Reference.Names("modules")];

    public static TheoryData<string> Losses => [.. Reference.Names("losses")];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Gives_what_PyTorch_gives(string name)
    {
        using var scope = NewDisposeScope();
        var outputs = Run(name);
        foreach (var (expected, actual) in Reference.Rows("modules", name).Zip(outputs))
            Reference.Near(expected, actual.data<double>().ToArray());
        Assert.Equal(Reference.Rows("modules", name).Length, outputs.Length);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Loses_what_PyTorch_loses(string name)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (Reference.Filled([4, 3]), Reference.Filled([4, 3], 5));
        var classes = tensor(new long[] { 0, 2, 1, 1 });
        var loss = name switch
        {
            "mse" => MSELoss().call(x, y),
            "l1" => L1Loss(Reduction.Sum).call(x, y),
            "smooth_l1" => SmoothL1Loss(beta: 0.3).call(x, y),
            "huber" => HuberLoss(0.3).call(x, y),
            "cross_entropy" => functional.cross_entropy(x, classes, label_smoothing: 0.1),
            "nll" => NLLLoss().call(x.log_softmax(1), classes),
            "bce" => functional.binary_cross_entropy(x.sigmoid(), y.sigmoid()),
            "bce_logits" => BCEWithLogitsLoss().call(x, y.sigmoid()),
            "kl" => functional.kl_div(x.log_softmax(1), y.log_softmax(1), reduction: Reduction.Sum),
            "gaussian_nll" => functional.gaussian_nll_loss(x, y, y.square(), full: true),
            _ => throw new ArgumentException($"No loss is called {name}", nameof(name)),
        };
        Reference.Near([Reference.Number("losses", name)], [loss.item<double>()]);
    }

    private static Tensor[] Run(string name)
    {
        var x = Reference.Filled([4, 3]);
        switch (name)
        {
            case "linear":
                return [Reference.WithFilledWeights(Linear(3, 4)).call(x)];
            case "batchnorm1d":
                return [Reference.WithFilledWeights(BatchNorm1d(3)).call(x)];
            case "layernorm":
                return [Reference.WithFilledWeights(LayerNorm(3)).call(x)];
            case "lstm":
                var (y, h, c) = Reference.WithFilledWeights(LSTM(3, 4, numLayers: 2, bidirectional: true)).call(Reference.Filled([5, 2, 3]));
                return [y, h, c];
            case "lstm batch first":
                var (z, hz, cz) = Reference.WithFilledWeights(LSTM(3, 4, batchFirst: true, bias: false)).call(Reference.Filled([2, 5, 3]));
                return [z, hz, cz];
            case "gru":
                var (g, hg) = Reference.WithFilledWeights(GRU(3, 4, numLayers: 2)).call(Reference.Filled([5, 2, 3]));
                return [g, hg];
            case "transformer layer":
                return [Reference.WithFilledWeights(TransformerEncoderLayer(8, 2, 16, activation: Activations.GELU)).call(Reference.Filled([5, 2, 8]))];
            case "transformer":
                return [Reference.WithFilledWeights(TransformerEncoder(TransformerEncoderLayer(8, 2, 16), 3)).call(Reference.Filled([5, 2, 8]))];
            default:
                throw new ArgumentException($"No module is called {name}", nameof(name));
        }
    }
}
