namespace MatNotebooks.Kernel.Tests.Hosts;

/// <summary>A folder for the pages of one test.</summary>
internal sealed class PageFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("matnb-pages-");

    /// <summary>Path of the folder.</summary>
    internal string Path => folder.FullName;

    /// <summary>Address of a page written there.</summary>
    internal string Write(string name, string html)
    {
        var path = System.IO.Path.Combine(folder.FullName, name);
        File.WriteAllText(path, html);
        return new Uri(path).AbsoluteUri;
    }

    public void Dispose() => folder.Delete(recursive: true);
}
