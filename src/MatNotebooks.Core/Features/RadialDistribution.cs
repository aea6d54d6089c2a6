using System.Collections.Immutable;
using System.Globalization;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Graphs.Neighbors;

namespace MatNotebooks.Features;

/// <summary>Radial distribution function g(r): how many atoms are at a distance from an atom, over how many an even density would have there.</summary>
/// <param name="Cutoff">Greatest distance | Å.</param>
/// <param name="Width">Width of a bin | Å.</param>
/// <param name="Values">g of each bin, bin i from i·width to (i + 1)·width | no unit, 1 far from order, (bins).</param>
public sealed record RadialDistribution(double Cutoff, double Width, ImmutableArray<double> Values)
{
    private const int MostBins = 10_000;

    /// <summary>Middle of each bin | Å, (bins).</summary>
    public IReadOnlyList<double> Distances => [.. Enumerable.Range(0, Values.Length).Select(bin => (bin + 0.5) * Width)];

    /// <summary>Counts the pairs of one crystal.</summary>
    /// <param name="crystal">The crystal.</param>
    /// <param name="cutoff">Greatest distance | Å, greater than 0. The default is 10.</param>
    /// <param name="width">Width of a bin | Å, greater than 0, at most the cutoff. The default is 0.1.</param>
    /// <exception cref="ArgumentException">A cutoff or width out of its range, or more than 10,000 bins.</exception>
    public static RadialDistribution Of(Crystal crystal, double cutoff = 10, double width = 0.1)
    {
        var values = new double[Bins(cutoff, width)];
        Write(crystal, cutoff, width, values);
        return new(cutoff, width, ImmutableArray.Create(values));
    }

    /// <summary>The functions of many crystals as features, in parallel: one column per bin, such as "g(2.05 Å)" by its middle.</summary>
    /// <param name="crystals">The crystals, (rows).</param>
    /// <param name="cutoff">Greatest distance | Å, greater than 0. The default is 10.</param>
    /// <param name="width">Width of a bin | Å, greater than 0, at most the cutoff. The default is 0.1.</param>
    /// <exception cref="ArgumentException">A cutoff or width out of its range, or more than 10,000 bins.</exception>
    public static FeatureTable TableOf(IReadOnlyList<Crystal> crystals, double cutoff = 10, double width = 0.1)
    {
        Feature[] columns =
        [
            .. Enumerable.Range(0, Bins(cutoff, width)).Select(bin => new Feature(
                string.Create(CultureInfo.InvariantCulture, $"g({(bin + 0.5) * width:0.#####} Å)"), "1", "pairs of atoms")),
        ];
        return FeatureTable.Fill(columns, crystals.Count, (row, values) => Write(crystals[row], cutoff, width, values));
    }

    private static int Bins(double cutoff, double width)
    {
        var bins = Math.Round(cutoff / width);
        return cutoff > 0 && width > 0 && double.IsFinite(cutoff) && bins is >= 1 and <= MostBins && Math.Abs((bins * width) - cutoff) < 1e-6 * cutoff
            ? (int)bins
            : throw new ArgumentException($"Bins of {width} Å up to {cutoff} Å cannot be; both must be greater than 0, and the cutoff a whole number of bins, 1 to {MostBins}.");
    }

    private static void Write(Crystal crystal, double cutoff, double width, Span<double> values)
    {
        var search = NeighborSearch.Run(crystal, new() { Cutoff = cutoff, MaxNeighbors = null });
        for (var atom = 0; atom < crystal.Sites.Length; atom++)
            foreach (ref readonly var neighbor in search.Of(atom))
                if ((int)(neighbor.Distance / width) is var bin && bin < values.Length) values[bin]++;
        var even = 4 * Math.PI / 3 * crystal.Sites.Length * crystal.Sites.Length / crystal.Volume; // pairs per Å³
        for (var bin = 0; bin < values.Length; bin++)
            values[bin] /= even * (Math.Pow((bin + 1) * width, 3) - Math.Pow(bin * width, 3));
    }
}
