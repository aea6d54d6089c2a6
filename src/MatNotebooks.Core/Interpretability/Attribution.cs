using MatNotebooks.Metrics;

namespace MatNotebooks.Interpretability;

/// <summary>What each atom and each bond of a crystal contributes to a prediction.</summary>
/// <param name="Method">How it was found, such as "integrated gradients".</param>
/// <param name="Atoms">Of each atom, (atoms) | unit of the target; of attention no unit.</param>
/// <param name="Bonds">Of each bond, at the atom that hears it, (bonds) | as the atoms.</param>
/// <param name="Receivers">Atom that hears each bond, (bonds).</param>
/// <param name="Senders">Atom that each bond leads to, the same or an image of it, (bonds).</param>
/// <param name="Displacements">From that atom to its neighbour | Å, (bonds)(3).</param>
/// <param name="Prediction">What is explained | unit of the target.</param>
/// <param name="Baseline">
/// What is predicted where every atom is an average of all elements and no bond is heard; null for methods that compare with nothing | unit of the target.
/// </param>
public sealed record Attribution(
    string Method, double[] Atoms, double[] Bonds, int[] Receivers, int[] Senders, float[][] Displacements, double Prediction, double? Baseline)
{
    /// <summary>
    /// What the contributions leave unexplained: the prediction less the baseline less all contributions, which is 0 but for rounding
    /// where a method is complete; null for methods that compare with nothing | unit of the target.
    /// </summary>
    public double? Remainder => Baseline is { } baseline ? Prediction - baseline - Atoms.Sum() - Bonds.Sum() : null;

    /// <summary>Whether contributions have a sign; else they only say how much a part counts.</summary>
    public bool IsSigned => Baseline is not null;

    /// <summary>The mean of several explanations of one crystal, such as those of the networks of an ensemble.</summary>
    /// <exception cref="ArgumentException">None, or explanations of different crystals.</exception>
    public static Attribution Mean(IReadOnlyList<Attribution> parts)
    {
        if (parts.Count == 0 || parts.Any(part => part.Atoms.Length != parts[0].Atoms.Length || part.Bonds.Length != parts[0].Bonds.Length))
            throw new ArgumentException($"There are {parts.Count} explanations, and they must be of one crystal, with the same bonds.");
        double[] Of(Func<Attribution, double[]> column) => [.. column(parts[0]).Select((_, place) => parts.Average(part => column(part)[place]))];
        return parts[0] with
        {
            Atoms = Of(part => part.Atoms), Bonds = Of(part => part.Bonds),
            Prediction = parts.Average(part => part.Prediction), Baseline = parts.Average(part => part.Baseline),
        };
    }

    /// <summary>Spearman's rank correlation of the atoms' contributions in two explanations of the same crystals, and that of the bonds'; NaN where all are equal.</summary>
    internal static (double Atoms, double Bonds) RankCorrelation(IReadOnlyList<Attribution> first, IReadOnlyList<Attribution> second) => (
        Correlation.Spearman([.. first.SelectMany(one => one.Atoms)], [.. second.SelectMany(one => one.Atoms)]),
        Correlation.Spearman([.. first.SelectMany(one => one.Bonds)], [.. second.SelectMany(one => one.Bonds)]));
}
