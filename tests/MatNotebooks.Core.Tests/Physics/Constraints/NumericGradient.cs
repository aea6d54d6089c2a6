using TorchSharp;
using static TorchSharp.torch;

namespace MatNotebooks.Core.Tests.Physics.Constraints;

/// <summary>The gradient of a penalty beside differences of the penalty itself.</summary>
internal static class NumericGradient
{
    private const double Step = 1e-5;

    public static void Check(Func<Tensor, Tensor> penalty, double[,] at)
    {
        using var scope = NewDisposeScope();
        var point = tensor(at, requires_grad: true);
        penalty(point).backward();
        var gradient = point.grad!;
        for (var row = 0; row < at.GetLength(0); row++)
        {
            for (var column = 0; column < at.GetLength(1); column++)
            {
                var difference = (Moved(row, column, Step) - Moved(row, column, -Step)) / (2 * Step);
                Assert.Equal(difference, gradient[row, column].item<double>(), 1e-6 * Math.Max(1, Math.Abs(difference)));
            }
        }

        double Moved(int row, int column, double step)
        {
            var moved = (double[,])at.Clone();
            moved[row, column] += step;
            return penalty(tensor(moved)).item<double>();
        }
    }
}
