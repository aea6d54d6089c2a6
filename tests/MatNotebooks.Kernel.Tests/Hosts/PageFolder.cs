namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>A folder for the pages of one test. With MATNB_LOOK=FOLDER they are left in that folder, to be looked at.</summary>
internal sealed class PageFolder : IDisposable
{
    private static readonly string? Look = Environment.GetEnvironmentVariable("MATNB_LOOK") is { Length: > 0 } folder ? System.IO.Path.GetFullPath(folder) : null;

    private readonly DirectoryInfo folder = Look is null ? Directory.CreateTempSubdirectory("matnb-pages-") : Directory.CreateDirectory(Look);

    /// <summary>Address of a page written there.</summary>
    internal string Write(string name, string html)
    {
        var path = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllText(path, html);
        return new Uri(path).AbsoluteUri;
    }

    /// <summary>Leaves what a page shows there too, where asked to.</summary>
    internal static async Task LookAsync(HostPage page, string name, PageBox box)
    {
        if (Look is not null) await File.WriteAllBytesAsync(System.IO.Path.Combine(Look, name), await page.PictureAsync(box));
    }

    public void Dispose()
    {
        if (Look is null) folder.Delete(recursive: true);
    }
}
