using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Diffraction;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Metrics;
using MatNotebooks.Physics;

namespace MatNotebooks.Kernel.Tests.Visuals;

/// <summary>One of each figure that Core computes for, on numbers made up with a seed.</summary>
internal static class ScienceGallery
{
    internal static IReadOnlyList<(string Name, IRichDisplay Figure)> Figures { get; } =
    [
        ("DiffractionPlot", new DiffractionPlot(DiffractionPattern.Of(Crystals.RockSalt))),
        ("DiffractionPlotStacked", new DiffractionPlot(DiffractionPattern.Of(Crystals.RockSalt), DiffractionPattern.Of(Quartz), DiffractionPattern.Of(Crystals.Perovskite)) { Title = "Three powders" }),
        ("DiffractionPlotMeasured", Measured()),
        ("HullPlot", new HullPlot(PhaseDiagram.OfFormationEnergies(Oxides()))),
        ("TernaryHullPlot", new TernaryHullPlot(PhaseDiagram.OfFormationEnergies(Ternary()))),
        ("ParetoPlot", Pareto()),
        ("ResidualPlot", Residuals()),
        ("GroupErrorPlot", Families()),
        ("CalibrationPlot", Calibration()),
        ("ReliabilityPlot", Reliability()),
        ("ParityPlotLongTitle", LongTitle()),
        ("EmbeddingMap", Map()),
    ];

    // α-quartz, P3₂21.
    private static Crystal Quartz => new(
        Lattice.FromParameters(4.913, 4.913, 5.405, 90, 90, 120),
        [
            At("Si", 0.4697, 0, 2.0 / 3), At("Si", 0, 0.4697, 1.0 / 3), At("Si", 0.5303, 0.5303, 0),
            At("O", 0.4133, 0.2672, 0.7854), At("O", 0.7328, 0.1461, 0.4521), At("O", 0.8539, 0.5867, 0.1187),
            At("O", 0.2672, 0.4133, 0.2146), At("O", 0.1461, 0.7328, 0.5479), At("O", 0.5867, 0.8539, 0.8813),
        ],
        "quartz");

    private static Site At(string symbol, double a, double b, double c) => new(PeriodicTable.Find(symbol), new(a, b, c));

    private static DiffractionPlot Measured()
    {
        var (noise, pattern) = (new Noise(21), DiffractionPattern.Of(Crystals.Perovskite));
        var wide = new PeakProfile { From = 15, To = 90, Points = 1501, FullWidth = 0.34, LorentzShare = 0.6 };
        var curve = pattern.Curve(wide);
        return new(pattern)
        {
            Title = "SrTiO₃, measured and computed",
            Measured = new("measured", wide.Angles(), [.. curve.Select(value => 5000 * (value + 0.003 + (0.002 * noise.Next())))]),
            Profile = wide with { FullWidth = 0.3 },
        };
    }

    private static Phase[] Oxides()
    {
        Phase Made(string formula, double energy, string id) => new(id, Composition.Parse(formula), energy);
        return
        [
            Made("FeO", -1.39, "mp-18905"), Made("Fe2O3", -1.71, "mp-19770"), Made("Fe3O4", -1.66, "mp-19306"), Made("FeO", -1.31, "mp-756436"), Made("Fe2O3", -1.63, "mp-715572"),
            Made("FeO2", -1.05, "mp-850222"), Made("Fe3O4", -1.58, "mp-31770"), Made("Fe9O10", -1.44, "mp-759037"), Made("FeO2", -0.98, "mp-796324"), Made("Fe4O5", -1.55, "mp-705753"), Made("FeO", -0.4, "mp-549514"),
        ];
    }

    private static Phase[] Ternary()
    {
        (string Formula, double Energy)[] known =
        [
            ("Li2O", -2.07), ("Li2O2", -1.65), ("FeO", -1.39), ("Fe2O3", -1.71), ("Fe3O4", -1.66), ("LiFeO2", -1.95), ("Li5FeO4", -2.08), ("LiFe5O8", -1.79),
        ];
        var noise = new Noise(9);
        (string, double)[] others = [("LiO3", -0.4), ("Li2FeO3", -1.78), ("LiFe2O3", -1.55), ("Li3FeO3", -1.8), ("LiFeO3", -1.4), ("Li2Fe3O4", -1.62), ("LiFe2O4", -1.68), ("Li4FeO4", -1.86), ("LiFe", 0.12), ("Li3Fe2O5", -1.77), ("FeO2", -1.05), ("Li6FeO4", -1.83)];
        return [.. known.Concat(others).Select((pair, i) => new Phase($"mp-{1000 + (37 * i)}", Composition.Parse(pair.Item1), pair.Item2 + (i < known.Length ? 0 : 0.02 * noise.Uniform())))];
    }

    private static ParetoPlot Pareto()
    {
        var noise = new Noise(33);
        double[] density = [.. Enumerable.Range(0, 150).Select(_ => 2 + (8 * noise.Uniform()))];
        double[] modulus = [.. density.Select(value => Math.Max(5, (330 * (1 - Math.Exp(-(value - 1.2) / 2.2))) - (150 * noise.Uniform())))];
        string[] metals = ["Ti", "V", "Cr", "Zr", "Nb"];
        return new(density, modulus)
        {
            Title = "Light and stiff", X = new("density", "g/cm³"), Y = new("bulk modulus", "GPa"), WantedY = Objective.Greatest,
            Labels = [.. density.Select((_, i) => $"{metals[i % 5]}{1 + (i % 3)}C{1 + (i % 4)}")], Reference = (10, 0),
        };
    }

    private static (double[] Predicted, double[] Actual) Predictions(uint seed, int count, double slant = 0)
    {
        var noise = new Noise(seed);
        double[] actual = [.. Enumerable.Range(0, count).Select(_ => 3 + (1.2 * noise.Next()))];
        return ([.. actual.Select(value => value + (slant * (value - 3)) + ((0.1 + (0.05 * Math.Abs(value))) * noise.Next()))], actual);
    }

    private static ResidualPlot Residuals()
    {
        var (predicted, actual) = Predictions(41, 420, -0.08);
        return new(predicted, actual, "eV")
        {
            Title = "Band gaps, five folds", Quantity = "band gap", Groups = [.. actual.Select((_, i) => i % 4 == 0 ? "test" : "train")], Labels = [.. actual.Select((_, i) => $"mp-{2000 + i}")],
        };
    }

    private static GroupErrorPlot Families()
    {
        var (predicted, actual) = Predictions(43, 300);
        string[] families = ["oxides", "nitrides", "halides", "sulfides", "intermetallics"];
        return new([.. predicted.Select((value, i) => value + (0.12 * (i % 5)))], actual, [.. actual.Select((_, i) => families[i % 5])], "eV") { Title = "Where the model is weak" };
    }

    private static CalibrationPlot Calibration()
    {
        IntervalCalibration Made(uint seed, double honesty)
        {
            var noise = new Noise(seed);
            double[] deviations = [.. Enumerable.Range(0, 500).Select(_ => 0.05 + (0.2 * noise.Uniform()))];
            double[] actual = [.. deviations.Select(_ => noise.Next())];
            return IntervalCalibration.Of([.. actual.Select((value, i) => value + (honesty * deviations[i] * noise.Next()))], deviations, actual);
        }
        return new CalibrationPlot(Made(51, 1.7), "dropout") { Title = "Predicted intervals", Unit = "eV" }.With("ensemble", Made(52, 1.05));
    }

    private static ReliabilityPlot Reliability()
    {
        var noise = new Noise(61);
        double[] probabilities = [.. Enumerable.Range(0, 800).Select(_ => noise.Uniform())];
        return new(ClassCalibration.Of(probabilities, [.. probabilities.Select(value => noise.Uniform() < Math.Pow(value, 1.6))])) { Quantity = "stable", Title = "Predicted stability" };
    }

    private static ParityPlot LongTitle()
    {
        var (predicted, actual) = Predictions(71, 60);
        return new(predicted, actual, "10⁻²² J per primitive cell and kelvin")
        {
            Title = "Long titles keep their place", Quantity = "constant-volume heat capacity of the harmonic crystal at 300 kelvin, acoustic branches alone", Groups = [.. actual.Select((_, i) => i % 2 == 0 ? "b" : "a")],
        };
    }

    // Rock salts and perovskites with an embedding of their lattice constants, which the map takes apart.
    internal static EmbeddingMap Map()
    {
        var noise = new Noise(81);
        string[] cations = ["Li", "Na", "K", "Mg", "Ca", "Sr"], anions = ["F", "Cl", "Br", "O", "S"];
        Crystal[] crystals =
        [
            .. cations.SelectMany((cation, i) => anions.Select((anion, j) => Prototypes.Rocksalt(Of(cation), Of(anion), 4 + (0.35 * i) + (0.3 * j)))),
            .. cations.SelectMany((cation, i) => new[] { "Ti", "Zr", "Sn" }.Select((metal, j) => Prototypes.Perovskite(Of(cation), Of(metal), Of("O"), 3.8 + (0.06 * i) + (0.1 * j)))),
        ];
        float[] Vector(Crystal crystal) =>
        [
            (float)crystal.Lattice.A.Length, (float)(crystal.Volume / crystal.Sites.Length / 8), crystal.Sites.Length - 6, (float)(0.3 * noise.Next()), (float)(crystal.Composition.Weight / 60),
        ];
        return new([.. crystals.Select(Vector)], [.. crystals.Select((crystal, i) => new Crystal(crystal.Lattice, crystal.Sites, $"mp-{3000 + i}"))])
        {
            Title = "What the model sees",
            Groups = [.. crystals.Select(crystal => crystal.Sites.Length == 8 ? "rock salt" : "perovskite")],
            Columns = [new(new("band gap", "eV"), [.. crystals.Select(_ => Math.Round(3 + noise.Next(), 2))])],
            Start = 41,
        };
    }

    private static Element Of(string symbol) => PeriodicTable.Find(symbol);
}
