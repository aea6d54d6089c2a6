namespace MatNotebooks.Datasets.Tables;

/// <summary>Tables that exist for one query, because somebody had rows by their names.</summary>
internal sealed class LentTables(nint connection, Func<string, object?>? missing, CancellationToken cancellation) : IDisposable
{
    private readonly List<string> names = [];

    /// <summary>Makes a table of the rows that somebody has by its name; false where nobody has any.</summary>
    public bool TryLend(string name)
    {
        if (names.Contains(name) || missing?.Invoke(name) is not { } rows || TableSource.Of(rows) is not { } source)
            return false;
        TableAppender.Append(connection, TableDatabase.Quoted(name), name, source, cancellation);
        names.Add(name);
        return true;
    }

    public void Dispose()
    {
        foreach (var name in names)
            SqlStatement.Run(SqlRequest.Of(connection, $"DROP TABLE IF EXISTS {TableDatabase.Quoted(name)}")).Dispose();
    }
}
