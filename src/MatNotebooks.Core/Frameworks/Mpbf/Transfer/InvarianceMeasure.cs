using MatNotebooks.Chemistry;
using MatNotebooks.Frameworks.Mpbf.Pretraining;

namespace MatNotebooks.Frameworks.Mpbf.Transfer;

/// <summary>I_d of a network on compositions: how little its representation moves when elements are written in another order, when the cell is doubled, and when one atom in fifty is exchanged.</summary>
/// <remarks>
/// Order and cell should change nothing at all; one atom in fifty should change little. Each displacement is divided by the mean distance of
/// different compounds, and the mean of the three taken from 1. All networks of a study have the same parameters, so per parameter means the same.
/// </remarks>
internal static class InvarianceMeasure
{
    private const double Exchanged = 0.02; // share of the atoms

    public static double Of(PretrainedNetwork network, IReadOnlyList<Composition> compositions)
    {
        var plain = Vectors(compositions);
        var typical = Enumerable.Range(0, plain.Length).Average(row => Distance(plain[row], plain[(row + (plain.Length / 2)) % plain.Length]));
        if (!(typical > 0)) return 1;
        double[] moved =
        [
            Moved([.. compositions.Select(each => new Composition(each.Amounts.Reverse()))]),
            Moved([.. compositions.Select(each => 2 * each)]),
            Moved([.. compositions.Select(Exchange)]),
        ];
        return Math.Max(0.05, 1 - moved.Average());

        float[][] Vectors(IReadOnlyList<Composition> of) => network.Represent(CompositionInputs.Of(of)).Vectors;

        double Moved(IReadOnlyList<Composition> of) => Vectors(of).Zip(plain, Distance).Average() / typical;
    }

    // From the commonest element to the rarest of the compound; pure elements stay.
    private static Composition Exchange(Composition composition)
    {
        var (most, least) = (composition.Amounts.MaxBy(pair => pair.Value), composition.Amounts.MinBy(pair => pair.Value));
        var amount = Exchanged * composition.AtomCount;
        return composition.Elements.Count < 2 || most.Value <= amount ? composition : new(composition.Amounts.Select(pair => KeyValuePair.Create(
            pair.Key, pair.Key == most.Key ? pair.Value - amount : pair.Key == least.Key ? pair.Value + amount : pair.Value)));
    }

    private static double Distance(float[] left, float[] right)
    {
        var sum = 0.0;
        for (var place = 0; place < left.Length; place++) sum += (left[place] - right[place]) * (double)(left[place] - right[place]);
        return Math.Sqrt(sum);
    }
}
