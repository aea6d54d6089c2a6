using MatNotebooks.Crystals;
using MatNotebooks.Kernel.Visuals;

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

    /// <summary>The same of the tables, as tables.html.</summary>
    [Fact]
    public void A_page_of_tables_carries_no_library_but_our_own_script()
    {
        var page = GalleryPage.Of(TableGallery.Figures);
        Assert.DoesNotContain("window.matnb.provide(\"", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("window.matnb.settle(\"table\")").Length);
        Assert.InRange(page.Length, 20_000, 120_000); // our scripts are most of it
        if (Environment.GetEnvironmentVariable("MATNB_ACCEPT") == "1") File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "tables.html"), page);
    }

    [Fact]
    public void Values_of_science_show_as_pictures_and_tables()
    {
        Assert.IsType<CrystalView>(ScienceForms.Of(Crystals.Quartz));
        Assert.IsType<MoleculeView>(ScienceForms.Of(ViewerGallery.Ethanol));
        Assert.Null(ScienceForms.Of("NaCl"));
        var text = ScienceForms.Of(new[] { Crystals.RockSalt, Crystals.Quartz })!.ToMimeBundle().PlainText;
        Assert.Contains("2 crystals", text, StringComparison.Ordinal);
        if (SymmetryFinder.IsAvailable) Assert.Contains("Fm-3m (225)", text, StringComparison.Ordinal);
        if (SymmetryFinder.IsAvailable) Assert.Contains("P3₁21 (152)", text, StringComparison.Ordinal);
        Assert.Contains("5.640", text, StringComparison.Ordinal);
    }
}
