using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Edl.Fidelities;

/// <summary>Which share of what a linear probe explains is left after compression: R² of the probe on decoded embeddings over R² on the embeddings themselves.</summary>
public static class ProbeRetained
{
    /// <summary>The share, with a bootstrap interval over the crystals that judge | no unit, about 0 to 1; NaN where the probe of the embeddings explains nothing (R² not above 0).</summary>
    /// <param name="actual">The property | its unit, (crystals).</param>
    /// <param name="whole">What the probe of the embeddings says, (crystals).</param>
    /// <param name="compressed">What the probe of the decoded embeddings says, (crystals).</param>
    /// <param name="seed">Seed of the bootstrap. The default is 0.</param>
    /// <param name="resamples">How often crystals are drawn anew, at least 100. The default is 500.</param>
    /// <exception cref="ArgumentException">Columns of different length, or too few resamples.</exception>
    public static Interval Of(double[] actual, double[] whole, double[] compressed, int seed = 0, int resamples = 500)
    {
        if (whole.Length != actual.Length || compressed.Length != actual.Length)
            throw new ArgumentException($"{whole.Length} and {compressed.Length} predictions for {actual.Length} crystals; give one of each for every crystal.");
        if (resamples < 100) throw new ArgumentException($"{resamples} resamples; percentiles need at least 100.");
        var next = 0;
        var share = Share(actual, whole, compressed, () => next++);
        if (double.IsNaN(share)) return new(double.NaN, double.NaN, double.NaN);
        var random = new Random(seed);
        var drawn = new double[resamples];
        for (var turn = 0; turn < resamples; turn++) drawn[turn] = Share(actual, whole, compressed, () => random.Next(actual.Length));
        Array.Sort(drawn);
        return new(share, drawn[(int)(0.025 * resamples)], drawn[(int)(0.975 * resamples)]);
    }

    private static double Share(double[] actual, double[] whole, double[] compressed, Func<int> draw)
    {
        var (sum, squares, full, left) = (0.0, 0.0, 0.0, 0.0);
        for (var turn = 0; turn < actual.Length; turn++)
        {
            var row = draw();
            (sum, squares) = (sum + actual[row], squares + (actual[row] * actual[row]));
            full += Math.Pow(actual[row] - whole[row], 2);
            left += Math.Pow(actual[row] - compressed[row], 2);
        }
        var spread = squares - (sum * sum / actual.Length);
        return full < spread ? (spread - left) / (spread - full) : double.NaN;
    }
}
