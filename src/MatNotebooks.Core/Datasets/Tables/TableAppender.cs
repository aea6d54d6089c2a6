using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>Makes a table of rows in memory, column by column, 2048 rows at a time.</summary>
internal static unsafe class TableAppender
{
    /// <returns>How many rows were appended.</returns>
    public static long Append(nint connection, string quoted, string name, TableSource source, CancellationToken cancellation)
    {
        var fields = Distinct(source.Fields).ToArray();
        var writers = fields.Select(field => ColumnWriter.Of(field)).ToArray();
        var columns = fields.Zip(writers, (field, writer) => $"{TableDatabase.Quoted(field.Name)} {writer.SqlType}");
        SqlStatement.Run(SqlRequest.Of(connection, $"CREATE OR REPLACE TABLE {quoted} ({string.Join(", ", columns)})")).Dispose();
        Check(CreateAppender(connection, null, name, out var appender), appender, name);
        var types = Enumerable.Range(0, writers.Length).Select(column => AppenderColumnType(appender, (ulong)column)).ToArray();
        nint chunk;
        fixed (nint* first = types)
            chunk = CreateChunk(first, (ulong)types.Length);
        try
        {
            Fill(appender, chunk, source.Rows, writers, name, cancellation);
            Check(CloseAppender(appender), appender, name);
        }
        finally
        {
            DestroyChunk(ref chunk);
            foreach (var type in types)
            {
                var taken = type;
                DestroyType(ref taken);
            }
            _ = DestroyAppender(ref appender);
        }
        return source.Rows.Length;
    }

    private static void Fill(nint appender, nint chunk, object[] rows, ColumnWriter[] writers, string name, CancellationToken cancellation)
    {
        var size = (int)VectorSize();
        for (var from = 0; from < rows.Length; from += size)
        {
            cancellation.ThrowIfCancellationRequested();
            var part = rows.AsSpan(from, Math.Min(size, rows.Length - from));
            ResetChunk(chunk);
            for (var column = 0; column < writers.Length; column++)
                writers[column].Write(part, ChunkVector(chunk, (ulong)column));
            SetChunkSize(chunk, (ulong)part.Length);
            Check(AppendChunk(appender, chunk), appender, name);
        }
    }

    // SQL does not tell names apart by upper and lower case.
    private static IEnumerable<TableField> Distinct(IEnumerable<TableField> fields)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            var name = field.Name;
            for (var number = 2; !seen.Add(name); number++)
                name = $"{field.Name}_{number}";
            yield return field with { Name = name };
        }
    }

    private static void Check(int state, nint appender, string name)
    {
        if (state != 0)
            throw new InvalidOperationException($"The table '{name}' cannot be filled: {TextAt(AppenderError(appender))}");
    }
}
