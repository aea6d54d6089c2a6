namespace MatNotebooks.Datasets.Catalogue;

/// <summary>Archives that are damaged: whoever reads rows out of one learns which file it is and what to do.</summary>
internal static class BrokenArchive
{
    /// <summary>The rows, as long as the archive can be unpacked.</summary>
    /// <param name="rows">They are read out of the file one by one.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="BadRecordException">While rows are taken: the archive is damaged.</exception>
    public static IEnumerable<T> Watch<T>(IEnumerable<T> rows, string path)
    {
        using var row = rows.GetEnumerator();
        while (Next(row, path))
            yield return row.Current;
    }

    public static BadRecordException Named(string path, Exception broken) => new(
        new(Path.GetFileName(path), $"the archive is broken ({broken.Message.TrimEnd('.')}); delete the file and fetch it again."), broken);

    private static bool Next<T>(IEnumerator<T> row, string path)
    {
        try
        {
            return row.MoveNext();
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw Named(path, broken);
        }
    }
}
