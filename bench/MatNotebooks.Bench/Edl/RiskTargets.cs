using MatNotebooks.Crystals;
using MatNotebooks.Features;
using MatNotebooks.Graphs;

namespace MatNotebooks.Bench.Edl;

/// <summary>What Table 1 says is lost first, as numbers of a crystal that a probe can be asked for, in pairs: what is at risk, and what stands beside it.</summary>
internal static class RiskTargets
{
    private const double Near = 3.5, Far = 6, Farthest = 8; // Å
    private const int Bins = 40;

    /// <summary>The pairs: name of the risk, what is at risk, what it is compared with.</summary>
    public static IReadOnlyList<(string Risk, string AtRisk, string Beside)> Pairs { get; } =
    [
        ("long-range loss", "order from 6 to 8 Å", "order up to 3.5 Å"),
        ("motif averaging", "spread of coordination", "mean coordination"),
        ("anisotropy misrepresentation", "anisotropy of neighbours", "volume per atom"),
        ("modal imbalance", "shortest distance", "mean electronegativity"),
    ];

    /// <summary>Each of those numbers of every crystal | no unit but Å³ and Å, (crystals).</summary>
    public static IReadOnlyDictionary<string, double[]> Of(IReadOnlyList<Crystal> crystals)
    {
        var (descriptors, distribution) = (StructureDescriptors.Of(crystals), RadialDistribution.TableOf(crystals, Farthest, Farthest / Bins));
        var anisotropy = new double[crystals.Count];
        Parallel.For(0, anisotropy.Length, row => anisotropy[row] = Anisotropy(crystals[row]));
        return new Dictionary<string, double[]>
        {
            ["order from 6 to 8 Å"] = Order(distribution, Far, Farthest),
            ["order up to 3.5 Å"] = Order(distribution, 0, Near),
            ["spread of coordination"] = descriptors.Column("deviation of coordination"),
            ["mean coordination"] = descriptors.Column("mean coordination"),
            ["anisotropy of neighbours"] = anisotropy,
            ["volume per atom"] = [.. descriptors.Column("volume per atom").Select(value => Math.Log(value))],
            ["shortest distance"] = descriptors.Column("shortest distance"),
            ["mean electronegativity"] = [.. crystals.Select(crystal => crystal.Sites.Average(site => site.Element.Electronegativity ?? 0))],
        };
    }

    // How far g(r) departs from an even density there: the standard deviation of ln(1 + g) over the bins.
    private static double[] Order(FeatureTable distribution, double from, double to)
    {
        var (first, end) = ((int)Math.Round(from * Bins / Farthest), (int)Math.Round(to * Bins / Farthest));
        return [.. Enumerable.Range(0, distribution.Rows).Select(row =>
        {
            double[] logs = [.. distribution.Row(row)[first..end].ToArray().Select(value => Math.Log(1 + value))];
            var mean = logs.Average();
            return Math.Sqrt(logs.Average(value => (value - mean) * (value - mean)));
        })];
    }

    // Largest departure from a third of the mean squared direction cosines of all neighbours within 5 Å: 0 in a cubic crystal.
    private static double Anisotropy(Crystal crystal)
    {
        var graph = CrystalGraph.Of(crystal, new() { Cutoff = 5, MaxNeighbors = null });
        var (tensor, edges) = (MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(3, 3), graph.Distances.Length);
        for (var edge = 0; edge < edges; edge++)
            for (var i = 0; i < 3; i++)
                for (var j = 0; j < 3; j++)
                    tensor[i, j] += (double)graph.Displacements[(3 * edge) + i] * graph.Displacements[(3 * edge) + j] / (graph.Distances[edge] * graph.Distances[edge]) / edges;
        return edges == 0 ? 0 : tensor.Evd(MathNet.Numerics.LinearAlgebra.Symmetricity.Symmetric).EigenValues.Max(value => Math.Abs(value.Real - (1.0 / 3)));
    }
}
