using System.Collections.Immutable;
using MatNotebooks.Metrics;
using MatNotebooks.Simulation.Octet;
using MatNotebooks.Training;
using MatNotebooks.Training.Learning;
using MatNotebooks.Uncertainty;

namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>Logarithms of lattice constant (Å) and bulk modulus (GPa), and the gap (eV), as an ensemble has them.</summary>
/// <param name="Values">Means over the networks, (3).</param>
/// <param name="Deviations">Standard deviations over the networks, (3).</param>
internal sealed record RawForecast(double[] Values, double[] Deviations)
{
    /// <summary>How many quantities.</summary>
    public const int Count = 3;

    private const double Shortest = 0.82, Longest = 1.38, Step = 0.02; // nearest neighbours, in sums of covalent radii

    private static readonly double[] Stretches = [.. Enumerable.Range(0, (int)Math.Round((Longest - Shortest) / Step) + 1).Select(place => Shortest + (Step * place))];

    /// <summary>The same quantities of a calculation.</summary>
    public static double[] ScaleOf(OctetEquilibrium actual) => [Math.Log(actual.LatticeConstant), Math.Log(actual.BulkModulus), actual.Gap];

    /// <summary>Asks an ensemble; null where one of its networks finds no lattice constant of least energy.</summary>
    public static IReadOnlyList<RawForecast?> Of(EnsemblePredictor networks, IReadOnlyList<PlannedCurve> curves)
    {
        if (curves.Count == 0) return [];
        var data = TrainingData.Of(
            from curve in curves
            from stretch in Stretches
            select new Sample($"{curve} {stretch:f2}", CrystalAt(curve, stretch), []),
            OctetDesign.Neighbors);
        var answers = networks.Members.Select(network => network.Predict(data)).ToArray();
        return [.. curves.Select((curve, place) => Joined([.. answers.Select(answer => AtRest(answer, place * Stretches.Length, OctetCandidate.Contact(curve)))]))];
    }

    /// <summary>Intervals in the units of the properties.</summary>
    public OctetForecast With(ImmutableArray<NormalizedConformal> intervals, PlannedCurve curve)
    {
        var half = intervals.Select((interval, which) => interval.HalfWidth(Deviations[which], "")).ToArray();
        Interval Exponential(int which) => new(Math.Exp(Values[which]), Math.Exp(Values[which] - half[which]), Math.Exp(Values[which] + half[which]));
        return new(
            curve, Exponential(0), Exponential(1),
            new(Math.Max(0, Values[2]), Math.Max(0, Values[2] - half[2]), Math.Max(0, Values[2] + half[2])), intervals[0].Coverage);
    }

    private static Crystals.Crystal CrystalAt(PlannedCurve curve, double stretch) =>
        curve.Prototype.Primitive(curve.Compound.First, curve.Compound.Second, stretch * OctetCandidate.Contact(curve));

    /// <summary>ln a, ln B and gap where the strain a network sees passes through 0, the passage nearest to the middle of the stretches; null where it does not.</summary>
    private static double[]? AtRest(double[,] answer, int from, double contact)
    {
        var passages = Enumerable.Range(0, Stretches.Length - 1)
            .Where(place => answer[from + place, 0] < 0 && answer[from + place + 1, 0] >= 0)
            .ToArray();
        if (passages.Length == 0) return null;
        var left = passages.MinBy(place => Math.Abs(Stretches[place] - ((Shortest + Longest) / 2)));
        var (below, above) = (answer[from + left, 0], answer[from + left + 1, 0]);
        var share = below / (below - above);
        double At(int target) => answer[from + left, target] + (share * (answer[from + left + 1, target] - answer[from + left, target]));
        return [Math.Log(contact * (Stretches[left] + (share * Step))), At(1), At(2)];
    }

    private static RawForecast? Joined(double[]?[] each)
    {
        if (each.Any(one => one is null)) return null;
        double[] means = [.. Enumerable.Range(0, Count).Select(which => each.Average(one => one![which]))];
        return new(means, [.. means.Select((mean, which) => Math.Sqrt(each.Sum(one => (one![which] - mean) * (one[which] - mean)) / (each.Length - 1)))]);
    }
}
