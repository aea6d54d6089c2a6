using MatNotebooks.Kernel.Visuals;
using MatNotebooks.Kernel.Visuals.Flows;

namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class ChartTests
{
    [Fact]
    public void Quartiles_are_those_of_NumPy()
    {
        var quartiles = Quartiles.Of([7, 1, double.NaN, 3, 4, 10, 2]); // np.percentile([1, 2, 3, 4, 7, 10], [25, 50, 75])
        Assert.Equal((6, 1.0, 2.25, 3.5, 6.25, 10.0), (quartiles.Count, quartiles.Minimum, quartiles.Lower, quartiles.Median, quartiles.Upper, quartiles.Maximum));
    }

    [Fact]
    public void A_sample_without_a_number_is_named() =>
        Assert.Contains("'b' has no finite value", Assert.Throws<ArgumentException>(() => new BoxPlot(new("a", [1]), new("b", [double.NaN]))).Message, StringComparison.Ordinal);

    [Fact]
    public void Flows_in_a_circle_are_refused() => Assert.Contains(
        "in a circle", Assert.Throws<ArgumentException>(() => new SankeyPlot(new Flow("a", "b", 1), new Flow("b", "c", 1), new Flow("c", "a", 1))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_flow_must_be_something(double amount) =>
        Assert.Contains("from 'a' to 'b'", Assert.Throws<ArgumentException>(() => new SankeyPlot(new Flow("a", "b", amount))).Message, StringComparison.Ordinal);

    [Fact]
    public void Flows_of_the_same_stages_add_up() => Assert.Equal(3, Assert.Single(new SankeyPlot(new Flow("a", "b", 1), new Flow("a", "b", 2)).Flows).Amount);

    [Fact]
    public void Bands_fill_their_stages_from_end_to_end()
    {
        var layout = FlowLayout.Of(((SankeyPlot)ChartGallery.Figures.First(entry => entry.Name == "SankeyPlot").Figure).Flows);
        var bands = layout.Bands().ToArray();
        Assert.All(layout.Nodes.Values, node => Assert.InRange(node.Top + node.Share, 0, 1 + 1e-9));
        foreach (var node in layout.Nodes.Values)
        {
            var leaving = bands.Where(band => band.From == node).ToArray();
            Assert.InRange(leaving.Sum(band => band.Upper[0] - band.Lower[0]), 0, node.Share + 1e-9);
            Assert.All(leaving, band => Assert.InRange(band.Upper[0], node.Middle - (node.Share / 2), node.Middle + (node.Share / 2) + 1e-9));
            Assert.Equal(leaving.Length, leaving.Select(band => Math.Round(band.Upper[0], 9)).Distinct().Count()); // none upon another
        }
        Assert.Equal(1000, layout.Nodes["generated"].Amount);
    }

    [Fact]
    public void A_graph_says_what_crosses_the_cell()
    {
        var words = new GraphView(Crystals.RockSalt, new() { Cutoff = 3, MaxNeighbors = null }).ToMimeBundle().PlainText;
        Assert.Contains("8 atoms, 48 directed edges between 12 pairs, 2.82 to 2.82 Å", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_are_one_per_edge() => Assert.Contains(
        "Weights has 1 values", Assert.Throws<ArgumentException>(() => new GraphView(Crystals.RockSalt).WithWeights("attention", [1]).ToMimeBundle()).Message, StringComparison.Ordinal);

    [Fact]
    public void In_a_grid_a_parity_plot_keeps_its_square()
    {
        var parity = new ParityPlot([1, 2, 3], [1.1, 1.9, 3.2], "eV");
        var (alone, two, row) = (new FigureGrid(1, parity), new FigureGrid(2, parity, parity, parity, parity), new FigureGrid(3, parity, parity, parity));
        foreach (var grid in new[] { two, row })
        {
            var layout = MatNotebooks.Kernel.Visuals.Charts.ChartLayout.Of(grid.Draw() with { Width = grid.Width, Height = grid.Height });
            var area = layout.Frames.Select(frame => frame.Area).MaxBy(each => each.Width * each.Height);
            Assert.InRange(area.Width / area.Height, 0.85, 1.15);
        }
        Assert.True(alone.Height > two.Height / 2);
    }
}
