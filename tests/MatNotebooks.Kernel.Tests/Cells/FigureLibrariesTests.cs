using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Cells;

public sealed class FigureLibrariesTests
{
    private readonly FigureLibraries libraries = new();

    [Fact]
    public void The_first_figure_brings_its_library_and_the_next_none()
    {
        Assert.Contains("provide(\"plotly\"", Scripts(Line(), "a"));
        Assert.Null(Scripts(Line(), "b"));
        var viewer = Scripts(new CrystalView(Visuals.Crystals.RockSalt).ToMimeBundle(), "b");
        Assert.Contains("provide(\"viewer\"", viewer);
        Assert.DoesNotContain("provide(\"plotly\"", viewer);
    }

    [Fact]
    public void A_cell_that_runs_again_brings_again_what_it_brought()
    {
        Scripts(Line(), "a");
        libraries.Begin("b");
        Assert.Null(Scripts(Line(), "b"));
        libraries.Begin("a");
        Assert.Contains("provide(\"plotly\"", Scripts(Line(), "a"));
    }

    [Fact]
    public void What_draws_nothing_brings_nothing()
    {
        Assert.Null(Scripts(MimeBundle.OfText("6"), "a"));
        Assert.Null(Scripts(new MimeBundle().With("text/html", "<b>bold</b>"), "a"));
        Assert.Null(libraries.MissingFor(new DisplayMessage.Clear(Wait: false), "a"));
    }

    private static MimeBundle Line() => new LinePlot([1, 2], [3, 4]).ToMimeBundle();

    private string? Scripts(MimeBundle bundle, string code) =>
        libraries.MissingFor(new DisplayMessage.Result(bundle, 1), code)?.Forms["text/html"].GetValue<string>();
}
