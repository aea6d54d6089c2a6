using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Graphs;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Training;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>One of each figure, on numbers that are the same on every machine.</summary>
internal static class Gallery
{
    internal static IReadOnlyList<(string Name, IRichDisplay Figure)> Figures { get; } =
    [
        ("LinePlot", Lines()),
        ("ScatterPlot", Scatter()),
        ("ParityPlot", Parity()),
        ("LearningCurve", Learning()),
        ("EnergyVolumePlot", EnergyVolume("MgO", 9.4, 1.05)),
        ("BarPlot", Bars()),
        ("BarPlotGroups", GroupedBars()),
        ("Histogram", new Histogram(new NamedValues("DFT", Normal(5, 900, 1.4, 0.5)), new NamedValues("experiment", Normal(6, 500, 1.9, 0.7))) { Title = "Band gaps", X = new("band gap", "eV") }),
        ("Heatmap", Correlations()),
        ("PeriodicTableHeatmap", Electronegativity()),
        ("ConfusionPlot", Confusion()),
        ("TrainingHistoryPlot", Training()),
        ("FigureGrid", new FigureGrid(2, EnergyVolume("MgO", 9.4, 1.05), EnergyVolume("CaO", 13.9, 1.08), EnergyVolume("BN", 5.9, 0.9), EnergyVolume("GaAs", 22.6, 0.88)) { Title = "Unseen compounds" }),
        ("CrystalView", new CrystalView(Crystals.RockSalt)),
        ("CrystalViewSupercell", new CrystalView(Crystals.Perovskite) { Supercell = (2, 2, 1), Title = "SrTiO₃, 2×2×1 cells" }),
        ("CrystalViewWeights", new CrystalView(Crystals.Quartz).WithBondWeights("attention", Attention(Crystals.Quartz))),
        ("CrystalViewValues", new CrystalView(Crystals.Perovskite).WithAtomValues(new("charge", "e"), [1.86, 2.31, -1.39, -1.39, -1.39])),
        ("FigureGridRow", new FigureGrid(3, Parity() with { Title = "Parity" }, Lines() with { Title = "Curves" }, Confusion() with { Title = "Classes" })),
        .. ViewerGallery.Figures,
        .. ChartGallery.Figures,
        .. ScienceGallery.Figures,
    ];

    /// <summary>The same with crystals at rest, so that they can be compared.</summary>
    internal static IReadOnlyList<(string Name, IRichDisplay Figure)> Still { get; } =
        [.. Figures.Select(entry => (entry.Name, entry.Figure switch
        {
            CrystalView view => view with { Spin = 0 },
            MoleculeView view => view with { Spin = 0 },
            var figure => figure,
        }))];

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

    private static LearningCurve Learning()
    {
        double[] sizes = [50, 100, 200, 400, 800];
        double[] network = [.. sizes.Select(n => 0.9 / Math.Sqrt(n))], ridge = [.. sizes.Select(n => 0.11 + (0.5 / Math.Sqrt(n)))];
        return new LearningCurve(sizes, network, [.. network.Select(v => 0.85 * v)], [.. network.Select(v => 1.2 * v)], "GEM-PPM")
            .With("ridge regression", sizes, ridge, [.. ridge.Select(v => 0.95 * v)], [.. ridge.Select(v => 1.06 * v)]) with
        { Title = "More crystals, smaller error", Y = new("mean absolute error", "eV/atom") };
    }

    private static EnergyVolumePlot EnergyVolume(string compound, double volume, double ratio)
    {
        EnergyVolumeCurve Curve(string phase, double v0, double e0, double stiffness)
        {
            double Energy(double v) => e0 + (stiffness * Math.Pow((v / v0) - 1, 2)) - (0.9 * stiffness * Math.Pow((v / v0) - 1, 3));
            double Guess(double v) => Energy(v * 1.006) + 0.012;
            double[] volumes = [.. Enumerable.Range(0, 9).Select(i => v0 * (0.84 + (0.04 * i)))];
            return new(phase, volumes, [.. volumes.Select(Energy)]) { Fit = Energy, Predicted = [.. volumes.Select(Guess)], PredictedFit = Guess };
        }
        return new(Curve("rocksalt", volume, -6, 5.2), Curve("zincblende", volume * 1.2 * ratio, -5.86, 4.1)) { Title = compound };
    }

    private static BarPlot Bars() => new(["CGCNN", "MEGNet", "MODNet", "coGN", "GEM-PPM"], [57.8, 44.6, 34.8, 29.7, 33.1], [1.2, 1.5, 0.9, 2.0, 1.1])
    {
        Title = "Highest phonon frequency, five folds", Value = new("mean absolute error", "1/cm"), Reference = ("best published", 28.8),
    };

    private static BarPlot GroupedBars() => new(
        ["formation energy", "band gap", "bulk modulus"], new BarGroup("composition only", [0.092, 0.41, 0.071]), new BarGroup("structure", [0.031, 0.22, 0.055]))
    { Title = "What the structure adds", Value = new("error", "own units"), Lying = true };

    private static double[] Normal(uint seed, int count, double mean, double deviation)
    {
        var noise = new Noise(seed);
        return [.. Enumerable.Range(0, count).Select(_ => mean + (deviation * noise.Next()))];
    }

    private static Heatmap Correlations()
    {
        string[] names = ["mass", "radius", "electronegativity", "valence", "melting point"];
        var values = new double[5, 5];
        for (var row = 0; row < 5; row++)
            for (var column = 0; column < 5; column++)
                values[row, column] = Math.Round(Math.Cos(0.9 * (row - column)) * Math.Exp(-0.2 * Math.Abs(row - column)), 3);
        values[4, 0] = double.NaN;
        return new(values, names, names) { Title = "Correlation of facts", Value = "correlation", Diverging = true, Width = 640 };
    }

    private static PeriodicTableHeatmap Electronegativity() => new(
        PeriodicTable.Elements.Where(element => element.Electronegativity is not null).ToDictionary(element => element.Symbol, element => element.Electronegativity!.Value))
    { Title = "Electronegativity", Value = "Pauling electronegativity" };

    private static ConfusionPlot Confusion()
    {
        string[] actual = [.. Enumerable.Range(0, 82).Select(i => i < 47 ? "rocksalt" : "zincblende")];
        string[] predicted = [.. actual.Select((phase, i) => i % 11 == 3 ? (phase == "rocksalt" ? "zincblende" : "rocksalt") : phase)];
        return new(predicted, actual) { Quantity = "phase" };
    }

    private static TrainingHistoryPlot Training()
    {
        var noise = new Noise(12);
        EpochRecord Epoch(int number)
        {
            var fallen = 0.8 * Math.Exp(-number / 18.0);
            return new(number, (0.02 + fallen) * Math.Exp(0.03 * noise.Next()), (0.045 + fallen + (0.0002 * number)) * Math.Exp(0.06 * noise.Next()), 1e-3 * Math.Pow(0.5, (number - 1) / 40));
        }
        return new([.. Enumerable.Range(1, 120).Select(Epoch)]) { Title = "Training", Error = new("validation MAE", "eV/atom") { Logarithmic = true } };
    }
}
