using System.Numerics;

namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>
/// A Gaussian process over the candidates of a pool whose belief of every one is brought up to date with each value: one new row of the
/// Cholesky factor, in time proportional to candidates × values.
/// </summary>
/// <remarks>A value known only to lie at or below a limit enters by the moments of the cut normal distribution (assumed-density filtering; T. Minka, UAI 2001).</remarks>
internal sealed class PoolProcess
{
    private readonly PoolCovariance covariance;
    private readonly double noise;
    private readonly List<double[]> factor = [];
    private readonly double[] column;

    /// <summary>Takes what is believed before any value.</summary>
    /// <param name="covariance">How candidates are alike.</param>
    /// <param name="prior">The expected value of each, (candidates).</param>
    /// <param name="noise">Variance of a value about the function.</param>
    public PoolProcess(PoolCovariance covariance, double[] prior, double noise)
    {
        (this.covariance, this.noise, column) = (covariance, noise, new double[prior.Length]);
        (Mean, Variance) = ([.. prior], covariance.Variances());
    }

    /// <summary>The expected value of each candidate | unit of the values, (candidates).</summary>
    public double[] Mean { get; }

    /// <summary>How sure that is | unit², (candidates).</summary>
    public double[] Variance { get; }

    /// <summary>ln of the probability of what was observed, each given those before it.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Takes a value in.</summary>
    public void Observe(int place, double value)
    {
        Condition(place);
        var total = Math.Max(column[place], 0) + noise;
        var surprise = value - Mean[place];
        LogLikelihood -= 0.5 * ((surprise * surprise / total) + Math.Log(2 * Math.PI * total));
        Update(surprise / total, 1 / total);
    }

    /// <summary>Takes in that the value lies at or below a limit.</summary>
    public void ObserveAtMost(int place, double limit)
    {
        Condition(place);
        var spread = Math.Sqrt(Math.Max(column[place], 0) + noise);
        var scaled = (limit - Mean[place]) / spread;
        LogLikelihood += NormalTail.LogBelow(scaled);
        var ratio = NormalTail.Mills(scaled);
        Update(-ratio / spread, ratio * (ratio + scaled) / (spread * spread));
    }

    /// <summary>The covariance of a candidate with all, given what is known.</summary>
    private void Condition(int place)
    {
        covariance.Column(place, column);
        foreach (var row in factor) Subtract(column, row, row[place]);
    }

    private void Update(double pull, double certainty)
    {
        var row = new double[column.Length];
        var root = Math.Sqrt(Math.Max(certainty, 0));
        for (var place = 0; place < row.Length; place++)
        {
            row[place] = root * column[place];
            Mean[place] += pull * column[place];
            Variance[place] = Math.Max(Variance[place] - (row[place] * row[place]), 1e-9);
        }
        factor.Add(row);
    }

    private static void Subtract(double[] from, double[] row, double share)
    {
        var (place, shares) = (0, new Vector<double>(share));
        for (; place <= from.Length - Vector<double>.Count; place += Vector<double>.Count)
            (new Vector<double>(from, place) - (shares * new Vector<double>(row, place))).CopyTo(from, place);
        for (; place < from.Length; place++) from[place] -= share * row[place];
    }
}
