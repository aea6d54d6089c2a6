using static MatNotebooks.Datasets.Tables.DuckDbNative;

namespace MatNotebooks.Datasets.Tables;

/// <summary>
/// Tables and SQL over them, by DuckDB: in memory, or in a file. Queries also read Parquet, CSV and JSON files by their paths
/// (<c>SELECT * FROM 'runs/*.parquet'</c>). Nothing is fetched from a network. May be used from several threads; queries wait for each other.
/// </summary>
public sealed class TableDatabase : IDisposable
{
    private readonly Lock turn = new();
    private nint database, connection;

    /// <summary>Opens a database.</summary>
    /// <param name="path">A file, made where it is not there; null, the default, for one in memory.</param>
    /// <exception cref="InvalidOperationException">DuckDB's library is not installed; the message says how to install it.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public TableDatabase(string? path = null)
    {
        DuckDbLibrary.Require();
        _ = CreateConfig(out var config);
        // Nothing from a network, and the same answer in every place.
        foreach (var (name, value) in new[] { ("autoinstall_known_extensions", "false"), ("autoload_known_extensions", "false") })
            _ = SetConfig(config, name, value);
        var failed = Open(path, out database, config, out var error) != 0;
        DestroyConfig(ref config);
        if (failed)
            throw new IOException($"The database {path ?? "in memory"} does not open: {TakeText(error)}");
        _ = Connect(database, out connection);
        Query("SET TimeZone = 'UTC'");
    }

    /// <summary>DuckDB's version, such as "v1.5.6".</summary>
    /// <exception cref="InvalidOperationException">DuckDB's library is not installed.</exception>
    public static string LibraryVersion
    {
        get
        {
            DuckDbLibrary.Require();
            return TextAt(DuckDbNative.LibraryVersion());
        }
    }

    /// <summary>The folder that relative paths in SQL start at; the program's current folder by default.</summary>
    public string Folder
    {
        get;
        set
        {
            Query("SET file_search_path = $folder", new Dictionary<string, object?> { ["folder"] = value });
            field = value;
        }
    } = Environment.CurrentDirectory;

    /// <summary>
    /// Asked for a table that SQL names and that is not there, as a notebook gives its variables; it is forgotten after the query.
    /// Null, the default, or an answer of null, for none.
    /// </summary>
    public Func<string, object?>? Missing { get; set; }

    /// <summary>Runs SQL and returns all rows of its last statement.</summary>
    /// <param name="sql">One statement, or several with ; between.</param>
    /// <param name="parameters">Values of <c>$name</c> by name, or of <c>?</c> by "1", "2", ...; numbers, texts, dates, lists, null.</param>
    /// <param name="mostRows">Rows to take at most. The default is all of them.</param>
    /// <param name="cancellation">Stops the query where it stands.</param>
    /// <exception cref="SqlException">It cannot be run; the message names what is wrong, <see cref="SqlException.Line"/> where.</exception>
    /// <exception cref="OperationCanceledException">The token stopped it.</exception>
    public SqlTable Query(
        string sql, IReadOnlyDictionary<string, object?>? parameters = null, int mostRows = int.MaxValue, CancellationToken cancellation = default)
    {
        lock (turn)
        {
            using var lent = new LentTables(connection, Missing, cancellation);
            using var statement = SqlStatement.Run(new(connection, sql, Lookup(sql, parameters), lent.TryLend, cancellation));
            var columns = NewColumns(statement);
            var isCut = false;
            while (!isCut && statement.TryFetch(out var chunk))
            {
                using (chunk)
                {
                    var room = mostRows - (columns.Length == 0 ? 0 : columns[0].Count);
                    isCut = chunk.Rows > room;
                    Take(chunk, Math.Min(room, chunk.Rows), statement, columns, sql);
                }
            }
            return new(columns, isCut);
        }
    }

    /// <summary>Runs SQL and hands out its rows while they are computed, some thousand at a time.</summary>
    /// <param name="sql">As for <see cref="Query"/>.</param>
    /// <param name="parameters">As for <see cref="Query"/>.</param>
    /// <param name="cancellation">Stops the query where it stands.</param>
    /// <exception cref="SqlException">It cannot be run.</exception>
    public IEnumerable<SqlRow> Stream(string sql, IReadOnlyDictionary<string, object?>? parameters = null, CancellationToken cancellation = default)
    {
        // A connection of its own: others may ask meanwhile.
        _ = Connect(database, out var own);
        try
        {
            using var lent = new LentTables(own, Missing, cancellation);
            using var statement = SqlStatement.Run(new(own, sql, Lookup(sql, parameters), lent.TryLend, cancellation));
            while (statement.TryFetch(out var chunk))
            {
                var columns = NewColumns(statement);
                using (chunk)
                    Take(chunk, chunk.Rows, statement, columns, sql);
                foreach (var row in new SqlTable(columns, isCut: false))
                    yield return row;
            }
        }
        finally
        {
            Disconnect(ref own);
        }
    }

    /// <summary>Makes a table of a sequence, replacing one of the same name.</summary>
    /// <param name="name">The table.</param>
    /// <param name="rows">
    /// Records, anonymous types, tuples or structure records; a DataTable; dictionaries of values; a dictionary of arrays (its columns);
    /// another result. Columns are public properties that are numbers, texts, dates, lists of them, or that write themselves.
    /// </param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>How many rows there are.</returns>
    /// <exception cref="ArgumentException">Nothing in the rows can be a column.</exception>
    public long Register(string name, object rows, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var source = TableSource.Of(rows) ?? throw new ArgumentException(
            $"'{name}' is a {rows.GetType().Name}, which makes no table: it takes a sequence of records with public properties, a DataTable or a dictionary of arrays.");
        lock (turn)
            return TableAppender.Append(connection, Quoted(name), name, source, cancellation);
    }

    /// <summary>Forgets a table; does nothing where there is none.</summary>
    public void Drop(string name) => Query($"DROP TABLE IF EXISTS {Quoted(name)}");

    /// <summary>The tables and views that are there.</summary>
    public IReadOnlyList<string> Tables => Query("SELECT table_name FROM information_schema.tables ORDER BY table_name").Columns[0].Values<string>();

    /// <summary>A name as SQL writes it, in quotes.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (turn)
        {
            if (connection != 0)
                Disconnect(ref connection);
            if (database != 0)
                Close(ref database);
        }
    }

    private static SqlColumn[] NewColumns(SqlStatement statement) => [.. statement.Readers.Select(reader => reader.Cells.NewColumn(reader.Name))];

    private static void Take(DataChunk chunk, int rows, SqlStatement statement, SqlColumn[] columns, string sql)
    {
        try
        {
            for (var place = 0; place < columns.Length; place++)
                statement.Readers[place].Cells.Read(chunk.Column(place), rows, columns[place]);
        }
        catch (OverflowException wrong)
        {
            throw new SqlException(wrong.Message + ".", sql);
        }
    }

    private static Func<string, object?> Lookup(string sql, IReadOnlyDictionary<string, object?>? parameters) => name =>
        parameters is not null && parameters.TryGetValue(name, out var value) ? value : throw new SqlException(
            $"The parameter ${name} has no value; give one by that name.", sql);
}
