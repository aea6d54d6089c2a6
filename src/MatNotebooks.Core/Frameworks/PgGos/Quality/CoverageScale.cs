using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Features;

namespace MatNotebooks.Frameworks.PgGos.Quality;

/// <summary>
/// When a crystal counts as near another. Compositions: statistics of element facts, each in units of its spread over the training set,
/// scaled so that a distance means what it does among Magpie's 132. Structures: <see cref="EnvironmentFingerprint"/>.
/// </summary>
internal sealed class CoverageScale
{
    private const double MagpieColumns = 132;

    private readonly double[] mean, deviation;
    private readonly double factor;

    /// <summary>Takes the scale of composition features from the training set.</summary>
    public CoverageScale(IReadOnlyList<Crystal> train)
    {
        var rows = ElementDescriptors.Of([.. train.Select(crystal => crystal.Composition)]).ToArrays();
        var columns = rows[0].Length;
        (mean, deviation) = (new double[columns], new double[columns]);
        for (var column = 0; column < columns; column++)
        {
            double[] known = [.. rows.Select(row => row[column]).Where(double.IsFinite)];
            if (known.Length == 0) continue;
            mean[column] = known.Average();
            deviation[column] = Math.Sqrt(known.Average(value => (value - mean[column]) * (value - mean[column])));
        }
        factor = Math.Sqrt(MagpieColumns / columns);
    }

    /// <summary>Fingerprints of crystals, null where one has none, (crystals)(structure; composition).</summary>
    public (float[]? Structure, float[] Composition)[] Of(IReadOnlyList<Crystal> crystals)
    {
        var compositions = ElementDescriptors.Of([.. crystals.Select(crystal => crystal.Composition)]);
        var prints = new (float[]?, float[])[crystals.Count];
        Parallel.For(0, prints.Length, row =>
        {
            var scaled = new float[mean.Length];
            var facts = compositions.Row(row);
            for (var column = 0; column < scaled.Length; column++)
                scaled[column] = double.IsFinite(facts[column]) && deviation[column] > 0 ? (float)((facts[column] - mean[column]) / deviation[column] * factor) : 0;
            prints[row] = (EnvironmentFingerprint.Of(crystals[row]), scaled);
        });
        return prints;
    }
}
