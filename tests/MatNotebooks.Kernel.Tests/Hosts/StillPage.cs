using System.Text;
using MatNotebooks.Kernel.Tests.Visuals.Browser;

namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>The static pictures of the gallery alone, as the browser draws them.</summary>
internal static class StillPage
{
    /// <summary>One per picture; null for what has none.</summary>
    internal static async Task<IReadOnlyList<PngImage?>> PicturesAsync(HostPage page)
    {
        using var folder = new PageFolder();
        await page.GoAsync(folder.Write("still.html", Html()));
        var images = new List<PngImage?>();
        foreach (var (index, picture) in GalleryNotebook.Pictures.Index())
            images.Add(GalleryNotebook.Svg(picture.Bundle) is null ? null : await page.PixelsAsync(await page.AskAsync<PageBox>(BoxOf(index))));
        return images;
    }

    private static string Html()
    {
        var pictures = GalleryNotebook.Pictures.Select(picture => GalleryNotebook.Svg(picture.Bundle) is { } svg
            ? $"<div><img src=\"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}\" style=\"display:block\"></div>"
            : "<div></div>");
        return $"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body style=\"margin:0\">{string.Concat(pictures)}</body></html>";
    }

    private static string BoxOf(int index) => $$"""
        (() => {
          const picture = document.querySelectorAll('div')[{{index}}].firstChild;
          picture.scrollIntoView();
          const at = picture.getBoundingClientRect();
          return { left: at.left + scrollX, top: at.top + scrollY, width: at.width, height: at.height };
        })()
        """;
}
