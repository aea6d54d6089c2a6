using MatNotebooks.Kernel.Visuals.Assets;

namespace MatNotebooks.Kernel.Tests.Visuals.Assets;

public sealed class PageLibrariesTests
{
    [Fact]
    public void NoFigureNeedsNoScript() => Assert.Equal("", PageLibraries.Scripts(PageLibrary.None));

    [Theory]
    [InlineData("<b>no figure</b>", PageLibrary.None)]
    [InlineData("push({\"id\":\"m1\",\"needs\":\"plotly\"})", PageLibrary.Plotly)]
    [InlineData("push({\"needs\":\"viewer\"}) push({\"needs\":\"plotly\"})", PageLibrary.Plotly | PageLibrary.Viewer)]
    [InlineData("push({\"id\":\"t1\",\"needs\":\"table\"})", PageLibrary.Table)]
    internal void AnOutputSaysWhatItNeeds(string html, PageLibrary needed) => Assert.Equal(needed, PageLibraries.NeededBy(html));

    [Fact]
    public void ALibraryIsOnceOnThePageAndPacked()
    {
        var scripts = PageLibraries.Scripts(PageLibrary.Plotly);
        Assert.InRange(scripts.Length, 1_000_000, 2_500_000);
        Assert.Equal(Occurrences(scripts, "<script>"), Occurrences(scripts, "</script>"));
        Assert.Equal(1, Occurrences(scripts, "window.matnb.provide(\"plotly\""));
        Assert.DoesNotContain("provide(\"viewer\"", scripts);
    }

    [Fact]
    public void AMissingLibrarySaysHowToFetchIt()
    {
        var missing = Assert.Throws<FileNotFoundException>(() => WebModules.Find("no-such-library/none.js"));
        Assert.Contains("npm ci --prefix environment/web", missing.Message);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;
}
