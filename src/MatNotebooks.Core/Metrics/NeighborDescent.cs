using System.Numerics;

namespace MatNotebooks.Metrics;

/// <summary>Gradient descent of t-SNE with momentum and one gain per coordinate (Jacobs, 1988), over all pairs.</summary>
/// <param name="affinities">Probabilities that two vectors are neighbours, symmetric, their sum 1, (rows²), one vector longer.</param>
/// <param name="beginning">Where the places begin, (rows, 2).</param>
internal sealed class NeighborDescent(float[] affinities, double[,] beginning)
{
    private const float Nowhere = 1e18f; // where places that fill up the last vector lie: their weights are 0

    private readonly int count = beginning.GetLength(0);
    private readonly float[] x = Column(beginning, 0), y = Column(beginning, 1);
    private readonly double[] gradientX = new double[beginning.GetLength(0)], gradientY = new double[beginning.GetLength(0)];
    private readonly double[] speedX = new double[beginning.GetLength(0)], speedY = new double[beginning.GetLength(0)];
    private readonly double[] gainX = [.. Enumerable.Repeat(1.0, beginning.GetLength(0))], gainY = [.. Enumerable.Repeat(1.0, beginning.GetLength(0))];
    private readonly Sums[] sums = new Sums[beginning.GetLength(0)];

    /// <summary>Neighbour probabilities of vectors: normal, each with the width that gives it the wanted perplexity.</summary>
    public static float[] Affinities(IReadOnlyList<float[]> rows, double perplexity)
    {
        var count = rows.Count;
        var conditional = new float[(count * count) + Vector<float>.Count];
        Parallel.For(0, count, row => Conditional(rows, row, perplexity, conditional.AsSpan(row * count, count)));
        for (var row = 0; row < count; row++)
            for (var other = 0; other < row; other++)
            {
                var both = (conditional[(row * count) + other] + conditional[(other * count) + row]) / (2f * count);
                (conditional[(row * count) + other], conditional[(other * count) + row]) = (both, both);
            }
        return conditional;
    }

    public void Step(double exaggeration, double momentum)
    {
        Parallel.For(0, count, Sum);
        var normalisation = sums.Sum(row => row.Weights);
        for (var row = 0; row < count; row++)
        {
            gradientX[row] = 4 * ((exaggeration * sums[row].PullX) - (sums[row].PushX / normalisation));
            gradientY[row] = 4 * ((exaggeration * sums[row].PullY) - (sums[row].PushY / normalisation));
        }
        // Rate n / exaggeration, at least 50 (Belkina et al., Nat. Commun. 10, 5415, 2019).
        var rate = Math.Max(50, count / 12.0 / 4);
        Move(x, speedX, gainX, gradientX, rate, momentum);
        Move(y, speedY, gainY, gradientY, rate, momentum);
    }

    public double[,] Places()
    {
        var places = new double[count, 2];
        for (var row = 0; row < count; row++) (places[row, 0], places[row, 1]) = (x[row], y[row]);
        return places;
    }

    public double Divergence()
    {
        Parallel.For(0, count, Sum);
        var normalisation = sums.Sum(row => row.Weights);
        var rows = new double[count];
        Parallel.For(0, count, row =>
        {
            for (var other = 0; other < count; other++)
                if (affinities[(row * count) + other] is > 0 and var affinity)
                    rows[row] += affinity * Math.Log(affinity * normalisation * (1 + Squared(row, other)));
        });
        return rows.Sum();
    }

    // Weights 1 / (1 + d²) to all others, and what they pull and push with.
    private void Sum(int row)
    {
        var (hereX, hereY) = (new Vector<float>(x[row]), new Vector<float>(y[row]));
        var (weights, pullX, pullY, pushX, pushY) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var other = 0; other < count; other += Vector<float>.Count)
        {
            var (offsetX, offsetY) = (hereX - new Vector<float>(x, other), hereY - new Vector<float>(y, other));
            var near = Vector<float>.One / (Vector<float>.One + (offsetX * offsetX) + (offsetY * offsetY));
            var (pull, push) = (near * new Vector<float>(affinities, (row * count) + other), near * near);
            weights += near;
            (pullX, pullY) = (pullX + (pull * offsetX), pullY + (pull * offsetY));
            (pushX, pushY) = (pushX + (push * offsetX), pushY + (push * offsetY));
        }
        sums[row] = new(Vector.Sum(weights) - 1, Vector.Sum(pullX), Vector.Sum(pullY), Vector.Sum(pushX), Vector.Sum(pushY)); // 1: the weight to itself
    }

    private void Move(float[] place, double[] speed, double[] gain, double[] gradient, double rate, double momentum)
    {
        for (var row = 0; row < count; row++)
        {
            gain[row] = Math.Max(0.01, speed[row] * gradient[row] < 0 ? gain[row] + 0.2 : gain[row] * 0.8);
            speed[row] = (momentum * speed[row]) - (rate * gain[row] * gradient[row]);
            place[row] += (float)speed[row];
        }
        var mean = place.AsSpan(0, count).ToArray().Average();
        for (var row = 0; row < count; row++) place[row] -= mean;
    }

    private double Squared(int row, int other)
    {
        var (offsetX, offsetY) = ((double)x[row] - x[other], (double)y[row] - y[other]);
        return (offsetX * offsetX) + (offsetY * offsetY);
    }

    // Bisection on the precision until the entropy is ln(perplexity).
    private static void Conditional(IReadOnlyList<float[]> rows, int row, double perplexity, Span<float> found)
    {
        var squares = new double[rows.Count + Vector<double>.Count];
        Array.Fill(squares, Nowhere);
        for (var other = 0; other < rows.Count; other++)
            if (other != row) squares[other] = Vectors.SquaredDistance(rows[row], rows[other]);
        var (least, wanted, precision, low, high) = (squares.Min(), Math.Log(perplexity), 1.0, 0.0, double.PositiveInfinity);
        var sum = 0.0;
        for (var turn = 0; turn < 100; turn++)
        {
            (sum, var mean) = Weights(squares, rows.Count, least, precision);
            var difference = Math.Log(sum) + (precision * mean / sum) - wanted;
            if (Math.Abs(difference) < 1e-5) break;
            if (difference > 0) (low, precision) = (precision, double.IsInfinity(high) ? precision * 2 : (precision + high) / 2);
            else (high, precision) = (precision, (precision + low) / 2);
        }
        for (var other = 0; other < rows.Count; other++) found[other] = (float)(Math.Exp(-precision * (squares[other] - least)) / sum);
    }

    private static (double Sum, double Mean) Weights(double[] squares, int count, double least, double precision)
    {
        var (sum, mean) = (Vector<double>.Zero, Vector<double>.Zero);
        for (var at = 0; at < count; at += Vector<double>.Count)
        {
            var above = new Vector<double>(squares, at) - new Vector<double>(least);
            var weight = Vector.Exp(above * -precision);
            (sum, mean) = (sum + weight, mean + (weight * above));
        }
        return (Vector.Sum(sum), Vector.Sum(mean));
    }

    private static float[] Column(double[,] places, int axis)
    {
        var (count, padding) = (places.GetLength(0), Vector<float>.Count);
        return [.. Enumerable.Range(0, count).Select(row => (float)places[row, axis]), .. Enumerable.Repeat(Nowhere, padding)];
    }

    private readonly record struct Sums(double Weights, double PullX, double PullY, double PushX, double PushY);
}
