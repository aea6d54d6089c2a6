namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class GalleryPageTests
{
    /// <summary>With MATNB_ACCEPT=1 the page is left beside the tests' binaries as gallery.html, to be looked at before accepting snapshots.</summary>
    [Fact]
    public void A_page_carries_each_library_once_however_many_figures_it_has()
    {
        var page = GalleryPage.Of(Gallery.Figures);
        Assert.Equal(2, page.Split("window.matnb.provide(\"plotly\"").Length);
        Assert.Equal(2, page.Split("window.matnb.provide(\"viewer\"").Length);
        Assert.Equal(Gallery.Figures.Count + 1, page.Split(".push({\"id\"").Length);
        Assert.InRange(page.Length, 2_000_000, 5_000_000);
        if (Environment.GetEnvironmentVariable("MATNB_ACCEPT") == "1") File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "gallery.html"), page);
    }
}
