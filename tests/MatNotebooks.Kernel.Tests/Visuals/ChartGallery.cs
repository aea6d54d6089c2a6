using MatNotebooks.Graphs;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>The gallery's flows, graphs, boxes and ridges.</summary>
internal static class ChartGallery
{
    internal static IReadOnlyList<(string Name, IRichDisplay Figure)> Figures { get; } =
    [
        ("SankeyPlot", new SankeyPlot(
            new Flow("generated", "valid", 812), new Flow("generated", "invalid", 188), new Flow("valid", "new", 540), new Flow("valid", "known", 272),
            new Flow("new", "stable", 96), new Flow("new", "metastable", 231), new Flow("new", "unstable", 213), new Flow("stable", "computed", 96), new Flow("metastable", "computed", 120))
            { Title = "What becomes of 1,000 candidates", Amount = "crystals" }),
        ("GraphView", new GraphView(Crystals.Quartz, new GraphOptions { Cutoff = 2.7, MaxNeighbors = 12 })),
        ("GraphViewWeights", Attention()),
        ("BoxPlot", new BoxPlot(Sample("oxides", 3, 400, 1.9, 0.5), Sample("sulfides", 4, 150, 1.2, 0.4), Sample("nitrides", 5, 24, 1.5, 0.3)) { Title = "Band gaps by anion", Value = new("band gap", "eV") }),
        ("RidgePlot", new RidgePlot([.. new[] { "Li", "Na", "K", "Rb", "Cs" }.Select((alkali, i) => Sample(alkali, (uint)(20 + i), 300 - (50 * i), 14 + (6.5 * i), 2 + (0.6 * i)))]) { Title = "Volumes of halides", Value = new("volume per atom", "Å³") }),
    ];

    private static GraphView Attention()
    {
        var graph = new GraphView(Crystals.Perovskite, new GraphOptions { Cutoff = 3, MaxNeighbors = 12 });
        return graph.WithWeights("attention", [.. graph.Neighbors.Distances.Select(distance => Math.Exp(-Math.Pow(distance / 2, 4)))]);
    }

    private static NamedValues Sample(string name, uint seed, int count, double mean, double deviation)
    {
        var noise = new Noise(seed);
        return new(name, [.. Enumerable.Range(0, count).Select(_ => mean + (deviation * noise.Next()))]);
    }
}
