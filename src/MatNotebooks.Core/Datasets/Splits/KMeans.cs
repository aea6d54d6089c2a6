namespace MatNotebooks.Datasets.Splits;

/// <summary>Clusters by Lloyd's algorithm, its first centres by k-means++.</summary>
/// <remarks>Sources: Lloyd, IEEE Trans. Inf. Theory 28, 129 (1982); Arthur and Vassilvitskii, SODA 2007, 1027.</remarks>
internal sealed class KMeans
{
    private const int MostRounds = 300;
    private const int Starts = 4; // the best of some starts: one may end in a poor optimum

    private readonly double[][] points;
    private readonly double[][] centers;
    private readonly int[] nearest;
    private readonly double[] squares; // squared distance of each point to its nearest centre

    private KMeans(double[][] points, int clusters, Random random)
    {
        this.points = points;
        (nearest, squares) = (new int[points.Length], new double[points.Length]);
        centers = new double[clusters][];
        Array.Fill(squares, double.PositiveInfinity);
        for (var center = 0; center < clusters; center++)
        {
            centers[center] = (double[])points[center == 0 ? random.Next(points.Length) : Far(random)].Clone();
            for (var row = 0; row < points.Length; row++) squares[row] = Math.Min(squares[row], Square(points[row], centers[center]));
        }
        for (var round = 0; round < MostRounds && Assign(); round++) Move();
    }

    private double Spread => squares.Sum();

    /// <summary>The cluster of each point, 0 the greatest.</summary>
    /// <exception cref="ArgumentException">There are fewer different points than clusters.</exception>
    public static int[] Of(double[][] points, int clusters, int seed)
    {
        var different = points.Select(point => string.Join(' ', point)).Distinct().Take(clusters).Count();
        if (clusters < 2 || different < clusters)
            throw new ArgumentException($"{clusters} clusters of {points.Length} rows, {different} of them different; it needs at least 2 clusters and a different row for each.");
        var random = new Random(seed);
        var best = Enumerable.Range(0, Starts).Select(_ => new KMeans(points, clusters, random)).MinBy(run => run.Spread)!;
        var sizes = best.nearest.CountBy(cluster => cluster).ToDictionary();
        int[] rank = [.. Enumerable.Range(0, clusters).OrderByDescending(cluster => sizes.GetValueOrDefault(cluster))];
        return [.. best.nearest.Select(cluster => Array.IndexOf(rank, cluster))];
    }

    /// <summary>A point by chance, the likelier the further it is from all centres.</summary>
    private int Far(Random random)
    {
        var left = random.NextDouble() * Spread;
        for (var row = 0; row < squares.Length; row++)
            if (squares[row] > 0 && (left -= squares[row]) <= 0) return row;
        return Array.IndexOf(squares, squares.Max());
    }

    /// <summary>Gives each point to its nearest centre; whether any changed.</summary>
    private bool Assign()
    {
        var changed = false;
        for (var row = 0; row < points.Length; row++)
        {
            var (best, least) = (nearest[row], Square(points[row], centers[nearest[row]]));
            for (var center = 0; center < centers.Length; center++)
                if (Square(points[row], centers[center]) is var square && square < least) (best, least) = (center, square);
            changed |= best != nearest[row];
            (nearest[row], squares[row]) = (best, least);
        }
        // A centre that nobody is nearest to moves to the point that is worst served.
        foreach (var empty in Enumerable.Range(0, centers.Length).Except(nearest))
        {
            var worst = Array.IndexOf(squares, squares.Max());
            centers[empty] = (double[])points[worst].Clone();
            (nearest[worst], squares[worst], changed) = (empty, 0, true);
        }
        return changed;
    }

    private void Move()
    {
        var counts = new int[centers.Length];
        foreach (var center in centers) Array.Clear(center);
        for (var row = 0; row < points.Length; row++)
        {
            counts[nearest[row]]++;
            for (var column = 0; column < points[row].Length; column++) centers[nearest[row]][column] += points[row][column];
        }
        for (var cluster = 0; cluster < centers.Length; cluster++)
            for (var column = 0; column < centers[cluster].Length; column++) centers[cluster][column] /= Math.Max(1, counts[cluster]);
    }

    private static double Square(double[] left, double[] right)
    {
        var sum = 0.0;
        for (var column = 0; column < left.Length; column++)
        {
            var difference = left[column] - right[column];
            sum += difference * difference;
        }
        return sum;
    }
}
