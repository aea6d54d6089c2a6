using MatNotebooks.Metrics;

namespace MatNotebooks.Frameworks.PgGos.Quality;

/// <summary>How much of one set lies near another, as CDVAE's protocol asks: nearest structure and nearest composition each within a cutoff.</summary>
/// <param name="Recall">Share of the test crystals that have a near generated one | no unit, 0 to 1.</param>
/// <param name="Precision">Share of the generated crystals, invalid ones among them, that have a near test crystal | no unit, 0 to 1.</param>
public sealed record Coverage(double Recall, double Precision)
{
    /// <summary>Compares two sets by their fingerprints.</summary>
    /// <param name="generated">Valid generated crystals.</param>
    /// <param name="all">How many were generated.</param>
    /// <param name="test">Test crystals.</param>
    /// <param name="structureCutoff">Greatest distance of near structures.</param>
    /// <param name="compositionCutoff">Greatest distance of near compositions.</param>
    internal static Coverage Of(
        (float[]? Structure, float[] Composition)[] generated, int all, (float[]? Structure, float[] Composition)[] test, double structureCutoff, double compositionCutoff)
    {
        var nearTest = Count(test, generated);
        var nearGenerated = Count(generated, test);
        return new(test.Length == 0 ? 0 : (double)nearTest / test.Length, all == 0 ? 0 : (double)nearGenerated / all);

        int Count((float[]? Structure, float[] Composition)[] asked, (float[]? Structure, float[] Composition)[] others)
        {
            float[][] structures = [.. others.Select(other => other.Structure).OfType<float[]>()], compositions = [.. others.Select(other => other.Composition)];
            return asked.AsParallel().Count(one => one.Structure is { } structure
                && Nearest(structure, structures) <= structureCutoff && Nearest(one.Composition, compositions) <= compositionCutoff);
        }
    }

    /// <summary>Distance to the nearest of some vectors.</summary>
    internal static double Nearest(float[] vector, float[][] others) =>
        others.Length == 0 ? double.PositiveInfinity : Math.Sqrt(others.Min(other => Vectors.SquaredDistance(vector, other)));
}
