using MatNotebooks.Chemistry;
using MatNotebooks.Crystals.Diffraction;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Tests.Display;
using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Kernel.Visuals.Charts;
using MatNotebooks.Metrics;
using MatNotebooks.Physics;

namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class ScienceFigureTests
{
    private static readonly PhaseDiagram Oxide = PhaseDiagram.OfFormationEnergies([new("a", Composition.Parse("Li2O"), -2), new("b", Composition.Parse("LiO"), -1)]);

    [Fact]
    public void A_hull_plot_says_what_falls_apart_into_what()
    {
        var forms = new HullPlot(Oxide) { MostAboveHull = 1 }.ToMimeBundle().Forms;
        Assert.Contains("Li2O −2.00 eV/atom; nearest above the hull LiO by 0.500 eV/atom", forms["text/plain"].GetValue<string>());
        Assert.Contains("falls apart into 0.75 Li₂O + 0.25 O", forms["application/vnd.plotly.v1+json"].ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Contains("1 phases more than 0.3 eV/atom above the hull are not shown", new HullPlot(Oxide).ToMimeBundle().PlainText);
    }

    [Fact]
    public void A_figure_for_another_number_of_elements_is_named()
    {
        Assert.Contains("has 2 elements; a TernaryHullPlot shows 3, a HullPlot 2", Assert.Throws<ArgumentException>(() => new TernaryHullPlot(Oxide)).Message);
        var three = PhaseDiagram.OfFormationEnergies([new("a", Composition.Parse("LiFeO2"), -2)]);
        Assert.Contains("has 3 elements; a HullPlot shows 2, a TernaryHullPlot 3", Assert.Throws<ArgumentException>(() => new HullPlot(three)).Message);
    }

    [Fact]
    public void Patterns_of_two_radiations_are_not_drawn_over_one_axis()
    {
        var other = DiffractionPattern.Of(Crystals.RockSalt, new() { Radiation = Radiation.MolybdenumKAlpha });
        Assert.Contains("compute all with one radiation", Assert.Throws<ArgumentException>(() => new DiffractionPlot(DiffractionPattern.Of(Crystals.RockSalt), other)).Message);
        Assert.Contains("angles must rise", Assert.Throws<ArgumentException>(() => new DiffractionCurve("m", [1, 1], [0, 0])).Message);
    }

    [Fact]
    public void A_pattern_measured_as_computed_has_no_residual()
    {
        var pattern = DiffractionPattern.Of(Crystals.RockSalt);
        var profile = new PeakProfile { From = 20 };
        var figure = new DiffractionPlot(pattern) { Profile = profile, Measured = new("the same", profile.Angles(), [.. pattern.Curve(profile).Select(value => 7.0 * value)]) };
        Assert.Contains("mean difference 0 %", figure.ToMimeBundle().PlainText);
    }

    [Fact]
    public void A_pattern_without_peaks_is_a_figure_too() =>
        Assert.Contains("no peak from 0° to 5°", new DiffractionPlot(DiffractionPattern.Of(Crystals.RockSalt, new() { MaxTwoTheta = 5 })).ToMimeBundle().PlainText);

    [Fact]
    public void Groups_keep_their_colours_from_figure_to_figure_of_a_notebook()
    {
        var names = new NameNumbers();
        using var cell = new RunningCell(new RecordedChannel(), 1, CancellationToken.None) { Names = names }.Enter();
        var first = GroupColors.Of(["test", "train", "test"]);
        var second = GroupColors.Of(["validation", "test"]);
        Assert.Equal(["train", "test"], first.Select(group => group.Name));
        Assert.Equal(first[1].Color, second.Single(group => group.Name == "test").Color);
        Assert.Equal(3, first.Concat(second).Select(group => group.Color).Distinct().Count());
    }

    [Fact]
    public void Outside_a_notebook_the_order_of_the_rows_does_not_matter() =>
        Assert.Equal(GroupColors.Of(["b", "a"]), GroupColors.Of(["a", "b", "b"]));

    [Theory]
    [InlineData("energy (eV)", 300, 1, 13)]
    [InlineData("formation energy per atom at zero temperature (eV/atom)", 250, 2, 13)]
    [InlineData("formation energy per atom at zero temperature (eV/atom)", 120, 2, 8)]
    [InlineData("unbreakablewordsthatgermansloveaboveall", 200, 1, 9)]
    public void A_title_breaks_and_shrinks_until_it_fits(string title, double room, int lines, double size)
    {
        var fitted = FittedTitle.Of(new PanelAxis { Title = title }, room);
        Assert.Equal(lines, fitted.Lines.Count);
        Assert.Equal(title, string.Join(' ', fitted.Lines));
        Assert.InRange(fitted.Size, size - 1, size + 0.5);
        Assert.All(fitted.Lines, line => Assert.InRange(TextWidth.Of(line, fitted.Size), 0, room));
    }

    [Fact]
    public void Errors_by_element_are_means_over_the_crystals_that_hold_it()
    {
        var figure = ResidualPlot.ByElement([1, 2, 5], [1, 1, 1], [Composition.Parse("NaCl"), Composition.Parse("Na2O"), Composition.Parse("O2")], "eV");
        Assert.Equal([0.5, 0, 2.5], new[] { "Na", "Cl", "O" }.Select(symbol => figure.Values[PeriodicTable.Find(symbol)]));
    }

    [Fact]
    public void A_pareto_plot_states_the_area_in_its_units()
    {
        var words = new ParetoPlot([1, 2], [5, 1]) { X = new("time", "s"), Y = new("error", "eV"), Reference = (3, 6) }.ToMimeBundle().PlainText;
        Assert.Contains("dominated area up to (3 s, 6 eV): 6.000 s · eV", words); // 1 × 1 + 1 × 5
        Assert.Equal([0, 1], new ParetoPlot([1, 2], [5, 1]).Front.Indices.ToArray());
        Assert.Contains("overconfident", new CalibrationPlot(IntervalCalibration.Of([0, 0, 0], [0.1, 0.1, 0.1], [1, 1, 1])).ToMimeBundle().PlainText);
    }

    [Fact]
    public void A_map_needs_a_vector_for_each_crystal()
    {
        Assert.Contains("vectors has 1 values but crystals has 2", Assert.Throws<ArgumentException>(() => new EmbeddingMap([[1, 2]], [Crystals.RockSalt, Crystals.Quartz])).Message);
        Assert.Contains("Vector 1 has 1 numbers", Assert.Throws<ArgumentException>(() => new EmbeddingMap([[1, 2], [1]], [Crystals.RockSalt, Crystals.Quartz])).Message);
        var map = new EmbeddingMap([[1, 2], [3, 1]], [Crystals.RockSalt, Crystals.Quartz]);
        Assert.Contains("Start is 2; the crystals are 0 to 1", Assert.Throws<ArgumentException>(() => (map with { Start = 2 }).ToMimeBundle()).Message);
        Assert.Contains("Groups has 1 values but crystals has 2", Assert.Throws<ArgumentException>(() => (map with { Groups = ["a"] }).ToMimeBundle()).Message);
        Assert.Contains("SiO₂ · quartz", (map with { Start = 1 }).ToMimeBundle().PlainText);
        Assert.DoesNotContain("NaN", map.ToMimeBundle().PlainText); // too few for a trustworthiness
    }

    [Fact]
    public void A_neighbour_map_states_how_far_it_can_be_trusted()
    {
        var noise = new Noise(5);
        float[][] vectors = [.. Enumerable.Range(0, 40).Select(i => Enumerable.Range(0, 6).Select(_ => (float)(noise.Next() + (i % 2 * 9))).ToArray())];
        var map = new EmbeddingMap(vectors, [.. vectors.Select(_ => Crystals.RockSalt)], MapProjection.Neighbors);
        Assert.InRange(map.Trust, 0.8, 1);
        Assert.Contains($"trustworthiness {map.Trust:0.000}", map.ToMimeBundle().PlainText);
        Assert.Equal(map.ToMimeBundle().Forms["text/html"].ToString(), (map with { }).ToMimeBundle().Forms["text/html"].ToString());
    }
}
