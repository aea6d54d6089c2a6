using MathNet.Numerics.LinearAlgebra;
using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.Arem.Scaling;

/// <summary>The universal scalability law (A5): S(N) = λN / (1 + σ(N − 1) + κN(N − 1)) (Gunther, Guerrilla Capacity Planning, 2007).</summary>
/// <param name="Rate">λ, what one worker does | tasks/s, with its interval.</param>
/// <param name="Contention">σ, the share of work that waits in line | no unit, with its interval.</param>
/// <param name="Coherency">κ, what keeping everyone informed costs for each pair | no unit, with its interval.</param>
public sealed record ScalabilityLaw(Interval Rate, Interval Contention, Interval Coherency)
{
    private const int Resamples = 400;

    /// <summary>The number of workers beyond which more do less, √((1 − σ)/κ) | infinite without coherency.</summary>
    public double Peak => Coherency.Value > 0 ? Math.Sqrt(Math.Max(0, 1 - Contention.Value) / Coherency.Value) : double.PositiveInfinity;

    /// <summary>The throughput that no number of workers passes, λ/σ | tasks/s; infinite without contention.</summary>
    public double Ceiling => Contention.Value > 0 ? Rate.Value / Contention.Value : double.PositiveInfinity;

    /// <summary>Throughput of so many workers | tasks/s.</summary>
    public double Of(double workers) => Value(Rate.Value, Contention.Value, Coherency.Value, workers);

    /// <summary>Fits the law; 95 % intervals by drawing the relative errors anew.</summary>
    /// <param name="workers">Numbers of workers, at least 1, at least four different ones.</param>
    /// <param name="throughput">Tasks/s of each, greater than 0.</param>
    /// <param name="seed">Seed of the drawing. The default is 0.</param>
    /// <exception cref="ArgumentException">Too few points, or a number out of range.</exception>
    public static ScalabilityLaw Fit(IReadOnlyList<double> workers, IReadOnlyList<double> throughput, int seed = 0)
    {
        if (workers.Count != throughput.Count || workers.Distinct().Count() < 4)
            throw new ArgumentException($"{workers.Count} numbers of workers and {throughput.Count} throughputs; give as many of both, at least four different.");
        for (var row = 0; row < workers.Count; row++)
            if (!(workers[row] >= 1 && throughput[row] > 0 && double.IsFinite(workers[row] + throughput[row])))
                throw new ArgumentException($"Point {row} is {workers[row]} workers, {throughput[row]} tasks/s; workers must be at least 1 and throughput greater than 0.");
        var best = Fitted(workers, throughput);
        double[] errors = [.. workers.Select((number, row) => throughput[row] / Value(best[0], best[1], best[2], number))];
        var random = new Random(seed);
        var drawn = Enumerable.Range(0, Resamples).Select(_ => Fitted(workers, [.. workers.Select(number =>
            Value(best[0], best[1], best[2], number) * errors[random.Next(errors.Length)])])).ToArray();
        Interval At(int place)
        {
            double[] sorted = [.. drawn.Select(fit => fit[place]).Order()];
            return new(best[place], sorted[(int)(0.025 * (Resamples - 1))], sorted[(int)(0.975 * (Resamples - 1))]);
        }
        return new(At(0), At(1), At(2));
    }

    private static double Value(double rate, double contention, double coherency, double workers) =>
        rate * workers / (1 + (contention * (workers - 1)) + (coherency * workers * (workers - 1)));

    // N/S = (1 + σ(N − 1) + κN(N − 1))/λ is linear in 1/λ, σ/λ and κ/λ: least squares on relative errors, coefficients below 0 left out.
    private static double[] Fitted(IReadOnlyList<double> workers, IReadOnlyList<double> throughput)
    {
        int[][] choices = [[0, 1, 2], [0, 1], [0, 2], [0]];
        var (best, least) = (new double[] { throughput[0] / workers[0], 0, 0 }, double.PositiveInfinity);
        foreach (var chosen in choices)
        {
            var design = Matrix<double>.Build.Dense(workers.Count, chosen.Length, (row, column) => Term(chosen[column], workers[row]) * throughput[row] / workers[row]);
            var solved = design.QR().Solve(Vector<double>.Build.Dense(workers.Count, 1));
            if (solved.Any(value => !(value >= 0)) || solved[0] <= 0) continue;
            var miss = (design * solved).Sum(value => (value - 1) * (value - 1));
            if (miss >= least) continue;
            (least, best) = (miss, new double[3]);
            best[0] = 1 / solved[0];
            for (var place = 1; place < chosen.Length; place++) best[chosen[place]] = solved[place] / solved[0];
        }
        return best;
    }

    private static double Term(int place, double workers) => place switch { 0 => 1, 1 => workers - 1, _ => workers * (workers - 1) };
}
