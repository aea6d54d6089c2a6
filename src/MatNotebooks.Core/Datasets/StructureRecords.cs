namespace MatNotebooks.Datasets;

/// <summary>
/// Reads data sets of crystals, row by row: JSON lines in the structure record format (plain or gzip), or a folder of CIF files with
/// an <c>id_prop.csv</c> beside them.
/// </summary>
/// <remarks>
/// A structure record is one JSON object per line: <c>id</c>; <c>lat</c> = [a, b, c | Å, α, β, γ | degrees]; species run-length coded in
/// site order, <c>sp</c> = ["Na", "Cl"] with <c>n</c> = [4, 4]; <c>xyz</c>, fractional, 3 per site; further keys are targets. A folder's
/// <c>id_prop.csv</c> has one row per file, <c>id,target</c>, without a header or with one that begins with "id" and names the columns.
/// </remarks>
public static class StructureRecords
{
    /// <summary>Reads rows one by one; the first bad one ends it.</summary>
    /// <param name="path">A .jsonl or .jsonl.gz file, or a folder of CIF files with id_prop.csv.</param>
    /// <exception cref="FileNotFoundException">Nothing is at the path.</exception>
    /// <exception cref="BadRecordException">While rows are taken: a row cannot be read.</exception>
    public static IEnumerable<StructureRecord> Read(string path) => Open(path, Throw);

    /// <summary>Reads rows one by one and goes on behind bad ones.</summary>
    /// <param name="path">A .jsonl or .jsonl.gz file, or a folder of CIF files with id_prop.csv.</param>
    /// <param name="onBadRecord">Is told of every row that was left out, in the order of the file.</param>
    /// <exception cref="FileNotFoundException">Nothing is at the path.</exception>
    public static IEnumerable<StructureRecord> Read(string path, Action<BadRecord> onBadRecord)
    {
        ArgumentNullException.ThrowIfNull(onBadRecord);
        return Open(path, (bad, _) => onBadRecord(bad));
    }

    /// <summary>Reads the rows that have a number to learn from, and goes on behind bad ones.</summary>
    /// <param name="path">A .jsonl or .jsonl.gz file, or a folder of CIF files with id_prop.csv.</param>
    /// <param name="target">Key that must hold a finite number, such as "target".</param>
    /// <param name="onBadRecord">Is told of every row that was left out, in the order of the file.</param>
    /// <exception cref="FileNotFoundException">Nothing is at the path.</exception>
    public static IEnumerable<StructureRecord> Read(string path, string target, Action<BadRecord> onBadRecord)
    {
        return Read(path, onBadRecord).Where(HasTarget);

        bool HasTarget(StructureRecord record)
        {
            try
            {
                record.RequiredNumber(target);
                return true;
            }
            catch (BadRecordException bad)
            {
                onBadRecord(bad.Record);
                return false;
            }
        }
    }

    private static IEnumerable<StructureRecord> Open(string path, Action<BadRecord, Exception?> onBad)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (Directory.Exists(path)) return new CifFolder(path, onBad).Read();
        if (!File.Exists(path))
            throw new FileNotFoundException(
                $"{path} does not exist; give a .jsonl or .jsonl.gz file or a folder of CIF files with {CifFolder.TableName}.");
        return new JsonLines(path, onBad).Read();
    }

    private static void Throw(BadRecord bad, Exception? cause) => throw new BadRecordException(bad, cause);
}
