using System.Diagnostics.CodeAnalysis;
using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>One statement of a text, running: its columns, and its rows chunk by chunk.</summary>
internal sealed class SqlStatement : IDisposable
{
    private readonly SqlRequest request;
    private Result result;

    private SqlStatement(SqlRequest request, nint prepared)
    {
        this.request = request;
        for (var index = 1UL; index <= ParameterCount(prepared); index++)
        {
            var value = ParameterValue.Create(request.Parameter(TakeText(ParameterName(prepared, index))), request.Sql);
            _ = BindValue(prepared, index, value);
            DestroyValue(ref value);
        }
        using var stop = request.Stopping();
        if (ExecuteStreaming(prepared, out result) != 0)
            throw Failure();
        Readers = [.. Enumerable.Range(0, (int)ColumnCount(ref result)).Select(ReaderOf)];
    }

    /// <summary>Name and reader of each column.</summary>
    public IReadOnlyList<(string Name, CellReader Cells)> Readers { get; }

    /// <summary>Runs every statement of a text; all but the last to their end.</summary>
    /// <returns>The last, whose rows are to be fetched.</returns>
    /// <exception cref="SqlException">One cannot be run.</exception>
    /// <exception cref="OperationCanceledException">The token ended it.</exception>
    public static SqlStatement Run(SqlRequest request)
    {
        request.Cancellation.ThrowIfCancellationRequested();
        var count = ExtractStatements(request.Connection, request.Sql, out var statements);
        try
        {
            if (count == 0)
                throw NoStatement(TextAt(ExtractError(statements)), request.Sql);
            for (var index = 0UL; ; index++)
            {
                var statement = Start(request, ref statements, index);
                if (index == count - 1)
                    return statement;
                statement.RunToEnd();
            }
        }
        finally
        {
            DestroyExtracted(ref statements);
        }
    }

    /// <summary>The next rows; false after the last.</summary>
    public bool TryFetch([NotNullWhen(true)] out DataChunk? chunk)
    {
        using var stop = request.Stopping();
        var handle = FetchChunk(result);
        chunk = handle == 0 ? null : new DataChunk(handle);
        if (chunk is null && TextAt(ResultError(ref result)).Length > 0)
            throw Failure();
        request.Cancellation.ThrowIfCancellationRequested();
        return chunk is not null;
    }

    public void Dispose() => DestroyResult(ref result);

    private static SqlException NoStatement(string wrong, string sql) =>
        wrong.Length > 0 ? SqlErrorText.Read(wrong, sql) : new SqlException("There is no statement to run.", sql);

    private static SqlStatement Start(SqlRequest request, ref nint statements, ulong index)
    {
        while (true)
        {
            var failed = PrepareExtracted(request.Connection, statements, index, out var prepared) != 0;
            try
            {
                if (!failed)
                    return new SqlStatement(request, prepared);
                var wrong = SqlErrorText.Read(TextAt(PrepareError(prepared)), request.Sql);
                if (wrong.MissingTable is null || !request.TryLend(wrong.MissingTable))
                    throw wrong;
                // What failed once is used up.
                DestroyExtracted(ref statements);
                _ = ExtractStatements(request.Connection, request.Sql, out statements);
            }
            finally
            {
                DestroyPrepare(ref prepared);
            }
        }
    }

    private void RunToEnd()
    {
        while (TryFetch(out var chunk))
            chunk.Dispose();
        Dispose();
    }

    private (string, CellReader) ReaderOf(int column)
    {
        var name = TextAt(ColumnName(ref result, (ulong)column));
        try
        {
            return (name, CellReaders.Of(LogicalType.Take(ColumnType(ref result, (ulong)column))));
        }
        catch (NotSupportedException wrong)
        {
            Dispose();
            throw new SqlException($"Column {name}: {wrong.Message}.", request.Sql);
        }
    }

    private Exception Failure()
    {
        var text = TextAt(ResultError(ref result));
        Dispose();
        return request.Cancellation.IsCancellationRequested ? new OperationCanceledException(request.Cancellation) : SqlErrorText.Read(text, request.Sql);
    }
}
