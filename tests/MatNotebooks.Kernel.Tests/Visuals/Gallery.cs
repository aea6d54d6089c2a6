using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>One of each figure, on numbers that are the same on every machine.</summary>
internal static class Gallery
{
    internal static IReadOnlyList<(string Name, IRichDisplay Figure)> Figures { get; } =
    [
        ("LinePlot", Lines()),
        ("ScatterPlot", Scatter()),
        ("ParityPlot", Parity()),
        ("CrystalView", new CrystalView(Crystals.RockSalt)),
        ("CrystalViewSupercell", new CrystalView(Crystals.Perovskite) { Supercell = (2, 2, 1), Title = "SrTiO₃, 2×2×1 cells" }),
        ("CrystalViewWeights", new CrystalView(Crystals.Quartz).WithBondWeights("attention", Attention(Crystals.Quartz))),
        ("CrystalViewValues", new CrystalView(Crystals.Perovskite).WithAtomValues(new("charge", "e"), [1.86, 2.31, -1.39, -1.39, -1.39])),
    ];

    private static LinePlot Lines()
    {
        double[] kelvin = [.. Enumerable.Range(0, 61).Select(i => 10.0 * i)];
        return new(
            new Series("silicon", kelvin, [.. kelvin.Select(t => Einstein(t, 450))]),
            new Series("lead", kelvin, [.. kelvin.Select(t => Einstein(t, 70))]),
            new Series("3R (Dulong–Petit)", [0, 600], [24.94, 24.94]) { Dashed = true })
        { Title = "Heat capacity in the Einstein model", X = new("temperature", "K"), Y = new("heat capacity", "J/(mol K)") };
    }

    private static double Einstein(double t, double theta)
    {
        var x = theta / Math.Max(t, 1);
        return 24.94 * x * x * Math.Exp(x) / Math.Pow(Math.Exp(x) - 1, 2);
    }

    private static ScatterPlot Scatter()
    {
        var noise = new Noise(7);
        double[] volume = [.. Enumerable.Range(0, 160).Select(i => 12 + (0.12 * i) + noise.Next())];
        double[] modulus = [.. volume.Select(v => (2600 / v) + (14 * noise.Next()))];
        double[] gap = [.. volume.Select(v => Math.Max(0, 6 - (0.2 * v) + noise.Next()))];
        return new(new Series("", volume, modulus) { Labels = [.. volume.Select((_, i) => $"crystal {i}")] })
        {
            Title = "Stiff crystals are dense", X = new("volume per atom", "Å³"), Y = new("bulk modulus", "GPa"), Color = new(new("band gap", "eV"), gap),
        };
    }

    private static IReadOnlyList<BondWeight> Attention(Crystal crystal)
    {
        var edges = NeighborList.Find(crystal, new GraphOptions { Cutoff = 3.3, MaxNeighbors = 6 });
        return [.. Enumerable.Range(0, edges.Count).Select(i => new BondWeight(edges.Receivers[i], edges.Displacements[i], Math.Exp(-Math.Pow(edges.Distances[i] / 2, 4))))];
    }

    private static ParityPlot Parity()
    {
        var noise = new Noise(3);
        double[] actual = [.. Enumerable.Range(0, 400).Select(_ => -2 + (1.1 * noise.Next()))];
        double[] predicted = [.. actual.Select(value => value + (0.09 * noise.Next()))];
        return new(predicted, actual, "eV/atom")
        {
            Title = "Formation energy, unseen compounds",
            Quantity = "formation energy",
            Labels = [.. actual.Select((_, i) => $"mp-{1000 + i}")],
            Groups = [.. actual.Select((_, i) => i < 300 ? "train" : "test")],
        };
    }
}
