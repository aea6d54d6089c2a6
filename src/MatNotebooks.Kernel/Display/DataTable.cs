using System.Collections;
using System.Collections.Immutable;
using System.Data;
using MatNotebooks.Kernel.Display.Tables;

namespace MatNotebooks.Kernel.Display;

/// <summary>
/// Rows and named columns. On a page a click on a heading sorts, a field searches (words, or a condition such as <c>volume&gt;40</c>),
/// pages turn, and the rows can be had as CSV, all without a kernel; where scripts are not run, the first rows show.
/// </summary>
/// <remarks>
/// A list of records at the end of a cell shows as a table by itself. Tables do not change:
/// <c>DataTable.Of(records).With("Volume", unit: "Å³", format: "F2").Only("Formula", "Volume")</c> makes others.
/// </remarks>
public sealed record DataTable : IRichDisplay
{
    /// <summary>Rows a table carries at most; how many more there were is said under it.</summary>
    public const int MostRows = 100_000;

    private DataTable(RowSet rows) => (Columns, RowCount, Left) = (rows.Columns, rows.Count, rows.Left);

    /// <summary>Title above the table; null, the default, for none.</summary>
    public string? Title { get; init; }

    /// <summary>Rows on a page, 1 to 1000. The default is 25.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside of that.</exception>
    public int PageSize
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value : throw new ArgumentOutOfRangeException(nameof(PageSize), $"PageSize is {value}; it must be 1 to 1000.");
    } = 25;

    /// <summary>How many rows it carries.</summary>
    public int RowCount { get; }

    /// <summary>Names of its columns, in their order.</summary>
    public IReadOnlyList<string> ColumnNames => [.. Columns.Select(column => column.Name)];

    internal ImmutableArray<TableColumn> Columns { get; private init; }

    /// <summary>What is said of rows that were not taken; null where all were.</summary>
    internal string? Left { get; }

    /// <summary>
    /// The table of a sequence: of records or objects, one column per public property; of tuples, one per item; of dictionaries with
    /// texts as keys, one per key. A name such as "volume (Å³)" names its unit.
    /// </summary>
    /// <param name="rows">The rows; at most 100,000 are taken.</param>
    /// <exception cref="ArgumentException">No row, or nothing in them that fits a column.</exception>
    public static DataTable Of(IEnumerable rows) =>
        RowSet.TryRead(rows, MostRows) is { } read ? new(read) : throw new ArgumentException(
            $"{rows.GetType().Name} makes no table; it needs rows, each with at least one property or key that is a number, a text or a date.");

    /// <summary>The table of what a database reader still has to read; the reader stays open.</summary>
    /// <param name="reader">The reader; at most 100,000 rows are taken.</param>
    public static DataTable Of(IDataReader reader) => new(RowSet.Read(reader, MostRows));

    /// <summary>The table that a value at the end of a cell shows as; null where it is better shown otherwise.</summary>
    internal static DataTable? TryOf(IEnumerable sequence)
    {
        // A sequence that is not there yet may be endless, or cost hours: only its beginning is asked for.
        const int Carried = 10_000;
        const int Beginning = 50;
        return RowSet.TryRead(sequence, RowSet.CountOf(sequence) is null ? Beginning : Carried, fewestColumns: 2) is { } rows ? new(rows) : null;
    }

    /// <summary>The same table with another unit, number format or heading of a column.</summary>
    /// <param name="column">Name of the column.</param>
    /// <param name="unit">Unit in its heading; null leaves it.</param>
    /// <param name="format">.NET number format, such as "F2" or "0.0e0"; null leaves it.</param>
    /// <param name="heading">What the heading says in place of the name; null leaves it.</param>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public DataTable With(string column, string? unit = null, string? format = null, string? heading = null)
    {
        var found = Find(column);
        var changed = found with { Unit = unit ?? found.Unit, Format = format ?? found.Format, Heading = heading ?? found.Heading };
        return this with { Columns = Columns.Replace(found, changed) };
    }

    /// <summary>The same table with some of its columns, in the order given.</summary>
    /// <exception cref="ArgumentException">No column, or one that the table has not.</exception>
    public DataTable Only(params IReadOnlyList<string> columns) => columns.Count == 0
        ? throw new ArgumentException("columns is empty; name at least one.")
        : this with { Columns = [.. columns.Select(Find)] };

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => new MimeBundle().With("text/html", TableHtml.Of(this)).With("text/plain", TableText.Of(this));

    private TableColumn Find(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)) ?? throw new ArgumentException(
            $"The table has no column '{name}'; it has {string.Join(", ", ColumnNames.Select(each => $"'{each}'"))}.{NearestName.Hint(name, ColumnNames)}");
}
