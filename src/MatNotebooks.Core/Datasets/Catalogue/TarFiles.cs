using System.Formats.Tar;

namespace MatNotebooks.Datasets.Catalogue;

/// <summary>The small text files of a packed tar archive, one after the other.</summary>
internal static class TarFiles
{
    /// <summary>Reads them.</summary>
    /// <param name="path">The archive: .tar, .tar.gz or .tar.bz2.</param>
    /// <param name="ending">Only files whose names end so.</param>
    /// <exception cref="BadRecordException">While files are taken: the archive is damaged.</exception>
    public static IEnumerable<(string Name, string Text)> Read(string path, string ending) => BrokenArchive.Watch(Unpack(path, ending), path);

    private static IEnumerable<(string Name, string Text)> Unpack(string path, string ending)
    {
        using var packed = PackedFile.Open(path);
        using var tar = new TarReader(packed.Content);
        while (tar.GetNextEntry() is { } file)
        {
            if (file.DataStream is null || !file.Name.EndsWith(ending, StringComparison.Ordinal) || Path.GetFileName(file.Name).StartsWith('.'))
                continue;
            using var text = new StreamReader(file.DataStream);
            yield return (file.Name, text.ReadToEnd());
        }
    }
}
