using MatNotebooks.Training.Optimization;
using MathNet.Numerics.Distributions;
using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Training.Optimization;

/// <summary>The loss of evidential regression: its value, its gradient, and that it finds noise that differs from place to place.</summary>
public sealed class EvidentialLossTests
{
    [Theory]
    [InlineData(0.3, 0.7, 1.8, 0.4, 0.9)]
    [InlineData(-1.2, 5.1, 3.5, 2.2, 0.1)]
    [InlineData(0.0, 0.02, 1.01, 0.3, 4.0)]
    public void It_is_the_likelihood_of_a_Student_distribution_and_a_penalty(double mean, double evidence, double shape, double scale, double target)
    {
        using var scope = NewDisposeScope();
        var likelihood = new StudentT(mean, Math.Sqrt(scale * (1 + evidence) / (evidence * shape)), 2 * shape);
        var loss = Of(new(0.25), tensor(new[] { mean, evidence, shape, scale }, [1, 4]), target).ToDouble();
        Assert.Equal(-likelihood.DensityLn(target) + (0.25 * Math.Abs(target - mean) * ((2 * evidence) + shape)), loss, 1e-9);
    }

    [Fact]
    public void Its_gradient_is_the_numeric_one()
    {
        double[] place = [0.3, 0.7, 1.8, 0.4];
        using var scope = NewDisposeScope();
        var input = tensor(place, [1, 4]).requires_grad_();
        Of(new(), input, 0.9).backward();
        var slope = input.grad!.data<double>().ToArray();
        for (var axis = 0; axis < 4; axis++)
        {
            double At(double step) => Of(new(), tensor([.. place.Select((value, other) => value + (other == axis ? step : 0))], [1, 4]), 0.9).ToDouble();
            Assert.Equal((At(1e-6) - At(-1e-6)) / 2e-6, slope[axis], 1e-6);
        }
    }

    [Fact]
    public void It_finds_the_noise_where_the_noise_is()
    {
        using var scope = NewDisposeScope();
        var random = new Random(4);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
        double[] places = [.. Enumerable.Range(0, 1000).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] values = [.. places.Select(place => Math.Sin(2 * place) + ((place < 0 ? 0.1 : 0.5) * Normal()))];
        manual_seed(1);
        using var network = nn.Sequential(nn.Linear(1, 24), nn.Tanh(), nn.Linear(24, 24), nn.Tanh(), nn.Linear(24, 4));
        using var adam = optim.Adam(network.parameters(), lr: 0.01);
        Tensor Evidence(double[] at)
        {
            var raw = network.call(tensor([.. at.Select(value => (float)value)], [at.Length, 1]));
            var rest = raw.narrow(1, 1, 3).softplus() + 1e-6;
            return cat([raw.narrow(1, 0, 1), rest.narrow(1, 0, 1), rest.narrow(1, 1, 1) + 1, rest.narrow(1, 2, 1)], 1);
        }
        for (var step = 0; step < 400; step++)
        {
            using var inner = NewDisposeScope();
            adam.zero_grad();
            new EvidentialLoss().Of(Evidence(places), tensor([.. values.Select(value => (float)value)], [values.Length, 1])).backward();
            adam.step();
        }
        double Noise(double at)
        {
            var rows = Evidence([at]).data<float>().ToArray();
            // The spread of a new value; its parts alone are not determined by the likelihood (Meinert, Gawlikowski and Lavin, AAAI 2023).
            return Math.Sqrt(rows[3] / (rows[2] - 1) * (1 + (1 / rows[1])));
        }
        Assert.InRange(Noise(-0.6), 0.07, 0.15);
        Assert.InRange(Noise(0.6), 0.38, 0.65);
    }

    [Fact]
    public void What_is_not_known_has_no_say()
    {
        using var scope = NewDisposeScope();
        var known = tensor(new[] { 0.3, 0.7, 1.8, 0.4 }, [1, 4]);
        var two = tensor(new[] { 0.3, 9, 0.7, 2, 1.8, 3, 0.4, 1 }, [1, 8]).requires_grad_();
        var loss = new EvidentialLoss().Of(two, tensor(new[] { 0.9, double.NaN }, [1, 2]));
        loss.backward();
        Assert.Equal(Of(new(), known, 0.9).ToDouble(), loss.ToDouble(), 1e-12);
        Assert.All(two.grad!.data<double>().ToArray().Where((_, place) => place % 2 == 1), slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void A_network_without_an_evidential_head_is_refused() => Assert.Contains(
        "answers with 2 numbers for 2 targets",
        Assert.Throws<ArgumentException>(() => new EvidentialLoss().Of(zeros(3, 2), zeros(3, 2))).Message);

    private static Tensor Of(EvidentialLoss loss, Tensor predicted, double target) => loss.Of(predicted, tensor(new[] { target }, [1, 1]));
}
