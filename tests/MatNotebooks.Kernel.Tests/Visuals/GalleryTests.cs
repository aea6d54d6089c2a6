namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class GalleryTests
{
    [Fact]
    public void PageToLookAt() => File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "gallery.html"), GalleryPage.Of(Gallery.Figures));
}
