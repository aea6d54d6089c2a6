using MatNotebooks.Graphs;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>The gallery's flows, graphs, parts over time, boxes and ridges.</summary>
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
        ("StackedAreaPlot", new StackedAreaPlot(
            new Series("encode", [0, 10, 20, 30, 40], [12, 6, 2, 1, 0]), new Series("train", [0, 10, 20, 30, 40], [0, 3, 4, 3, 5]), new Series("simulate", [0, 10, 20, 30, 40], [4, 7, 10, 12, 11]))
            { Title = "Who has the cores", X = new("time", "s"), Y = "cores" }),
        ("TimelinePlot", new TimelinePlot(
            [new(0, "encode", 0, 4), new(0, "simulate", 4, 19), new(1, "encode", 0, 3), new(1, "train", 3, 12), new(1, "simulate", 12.5, 20), new(2, "simulate", 0, 9), new(2, "train", 9, 14)])
            { Title = "What each core does", X = new("time", "s"), Y = "core", Height = 260 }),
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
