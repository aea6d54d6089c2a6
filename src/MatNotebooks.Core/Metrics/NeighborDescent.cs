namespace MatNotebooks.Metrics;

/// <summary>Gradient descent of t-SNE with momentum and one gain per coordinate (Jacobs, 1988), over all pairs.</summary>
/// <param name="affinities">Probabilities that two vectors are neighbours, symmetric, their sum 1, (rows²).</param>
/// <param name="beginning">Where the places begin, (rows, 2).</param>
internal sealed class NeighborDescent(float[] affinities, double[,] beginning)
{
    private readonly int count = beginning.GetLength(0);
    private readonly double[] x = [.. Enumerable.Range(0, beginning.GetLength(0)).Select(row => beginning[row, 0])];
    private readonly double[] y = [.. Enumerable.Range(0, beginning.GetLength(0)).Select(row => beginning[row, 1])];
    private readonly double[] gradientX = new double[beginning.GetLength(0)], gradientY = new double[beginning.GetLength(0)];
    private readonly double[] speedX = new double[beginning.GetLength(0)], speedY = new double[beginning.GetLength(0)];
    private readonly double[] gainX = [.. Enumerable.Repeat(1.0, beginning.GetLength(0))], gainY = [.. Enumerable.Repeat(1.0, beginning.GetLength(0))];
    private readonly double[] sums = new double[beginning.GetLength(0)];

    /// <summary>Neighbour probabilities of vectors: normal, each with the width that gives it the wanted perplexity.</summary>
    public static float[] Affinities(IReadOnlyList<float[]> rows, double perplexity)
    {
        var count = rows.Count;
        var conditional = new float[count * count];
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
        var normalisation = Normalisation();
        Parallel.For(0, count, row => Gradient(row, exaggeration, normalisation));
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
        var normalisation = Normalisation();
        Parallel.For(0, count, row =>
        {
            sums[row] = 0;
            for (var other = 0; other < count; other++)
                if (affinities[(row * count) + other] is > 0 and var affinity)
                    sums[row] += affinity * Math.Log(affinity * normalisation * (1 + Squared(row, other)));
        });
        return sums.Sum();
    }

    private double Normalisation()
    {
        Parallel.For(0, count, row =>
        {
            var sum = -1.0; // itself
            for (var other = 0; other < count; other++) sum += 1 / (1 + Squared(row, other));
            sums[row] = sum;
        });
        return sums.Sum();
    }

    private void Gradient(int row, double exaggeration, double normalisation)
    {
        var (sumX, sumY) = (0.0, 0.0);
        for (var other = 0; other < count; other++)
        {
            var (offsetX, offsetY) = (x[row] - x[other], y[row] - y[other]);
            var near = 1 / (1 + (offsetX * offsetX) + (offsetY * offsetY));
            var pull = ((exaggeration * affinities[(row * count) + other]) - (near / normalisation)) * near;
            (sumX, sumY) = (sumX + (pull * offsetX), sumY + (pull * offsetY));
        }
        (gradientX[row], gradientY[row]) = (4 * sumX, 4 * sumY);
    }

    private void Move(double[] place, double[] speed, double[] gain, double[] gradient, double rate, double momentum)
    {
        for (var row = 0; row < count; row++)
        {
            gain[row] = Math.Max(0.01, speed[row] * gradient[row] < 0 ? gain[row] + 0.2 : gain[row] * 0.8);
            speed[row] = (momentum * speed[row]) - (rate * gain[row] * gradient[row]);
            place[row] += speed[row];
        }
        var mean = place.Average();
        for (var row = 0; row < count; row++) place[row] -= mean;
    }

    private double Squared(int row, int other)
    {
        var (offsetX, offsetY) = (x[row] - x[other], y[row] - y[other]);
        return (offsetX * offsetX) + (offsetY * offsetY);
    }

    // Bisection on the precision until the entropy is ln(perplexity).
    private static void Conditional(IReadOnlyList<float[]> rows, int row, double perplexity, Span<float> found)
    {
        var squares = new double[rows.Count];
        for (var other = 0; other < squares.Length; other++) squares[other] = other == row ? double.PositiveInfinity : Vectors.SquaredDistance(rows[row], rows[other]);
        var (least, wanted, precision, low, high) = (squares.Min(), Math.Log(perplexity), 1.0, 0.0, double.PositiveInfinity);
        var sum = 0.0;
        for (var turn = 0; turn < 100; turn++)
        {
            (sum, var mean) = (0.0, 0.0);
            foreach (var square in squares)
            {
                if (double.IsInfinity(square)) continue;
                var weight = Math.Exp(-precision * (square - least));
                (sum, mean) = (sum + weight, mean + (weight * (square - least)));
            }
            var difference = Math.Log(sum) + (precision * mean / sum) - wanted;
            if (Math.Abs(difference) < 1e-6) break;
            if (difference > 0) (low, precision) = (precision, double.IsInfinity(high) ? precision * 2 : (precision + high) / 2);
            else (high, precision) = (precision, (precision + low) / 2);
        }
        for (var other = 0; other < squares.Length; other++)
            found[other] = double.IsInfinity(squares[other]) ? 0 : (float)(Math.Exp(-precision * (squares[other] - least)) / sum);
    }
}
