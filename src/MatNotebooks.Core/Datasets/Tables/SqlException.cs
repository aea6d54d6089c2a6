namespace MatNotebooks.Datasets.Tables;

/// <summary>SQL that cannot be run, and where it is wrong.</summary>
/// <param name="message">DuckDB's words in one line.</param>
/// <param name="sql">The text that was to run.</param>
public sealed class SqlException(string message, string sql) : Exception(message)
{
    /// <summary>The text that was to run.</summary>
    public string Sql => sql;

    /// <summary>The line of it the error is in, from 1; 0 where DuckDB says none.</summary>
    public int Line { get; init; }

    /// <summary>The column of that line, from 1; 0 where DuckDB says none.</summary>
    public int Column { get; init; }

    /// <summary>The table that is not there; null for any other error.</summary>
    public string? MissingTable { get; init; }
}
