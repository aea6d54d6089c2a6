using System.Collections;
using System.Collections.Immutable;
using System.Data;
using System.Globalization;

namespace MatNotebooks.Kernel.Display.Tables;

/// <summary>Rows that were read into columns.</summary>
/// <param name="Columns">The columns, at least one.</param>
/// <param name="Count">How many rows were read.</param>
/// <param name="Left">What to say of rows that were not; null where all were.</param>
internal sealed record RowSet(ImmutableArray<TableColumn> Columns, int Count, string? Left)
{
    private const int MostColumns = 100;

    /// <summary>How many items a sequence holds, without asking it for one; null where only counting would tell.</summary>
    public static int? CountOf(IEnumerable sequence) => sequence switch
    {
        ICollection collection => collection.Count,
        _ => sequence.GetType().GetInterfaces().FirstOrDefault(type => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>) || type.GetGenericTypeDefinition() == typeof(ICollection<>)))
            ?.GetProperty("Count")?.GetValue(sequence) as int?,
    };

    /// <summary>Reads a sequence; null where it has no row, or rows that make fewer columns than asked for.</summary>
    public static RowSet? TryRead(IEnumerable sequence, int most, int fewestColumns = 1)
    {
        if (sequence is string or Array { Rank: > 1 }) return null;
        var accessors = RowAccess.Declared(sequence);
        if (accessors is { Count: 0 }) return null;
        var rows = Beginning(sequence, most, out var more);
        if (rows.Count == 0 || rows.Any(row => row is null or IRichDisplay)) return null;
        accessors ??= RowAccess.Of(rows!);
        if (accessors is null || accessors.Count < fewestColumns) return null;
        var columns = accessors.Take(MostColumns).Select(access => Column(access.Name, [.. rows.Select(row => access.Value(row!))]));
        return new([.. columns], rows.Count, more ? Words(rows.Count, CountOf(sequence), most) : null);
    }

    public static RowSet Read(IDataReader reader, int most)
    {
        var cells = Enumerable.Range(0, reader.FieldCount).Select(_ => new List<object?>()).ToArray();
        var (count, more) = (0, false);
        while (reader.Read())
        {
            if (count == most)
            {
                more = true;
                break;
            }
            for (var i = 0; i < cells.Length; i++) cells[i].Add(reader.IsDBNull(i) ? null : reader.GetValue(i));
            count++;
        }
        return new([.. cells.Select((column, i) => Column(reader.GetName(i), [.. column]))], count, more ? Words(count, null, most) : null);
    }

    private static List<object?> Beginning(IEnumerable sequence, int most, out bool more)
    {
        var rows = new List<object?>();
        more = false;
        foreach (var row in sequence)
        {
            more = rows.Count == most;
            if (more) break;
            rows.Add(row);
        }
        return rows;
    }

    private static TableColumn Column(string name, object?[] cells)
    {
        var open = name.EndsWith(')') ? name.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        return open > 0 ? new TableColumn(name, cells) { Heading = name[..open], Unit = name[(open + 2)..^1] } : new TableColumn(name, cells);
    }

    private static string Words(int read, int? all, int most)
    {
        var first = string.Create(CultureInfo.InvariantCulture, $"the first {read:N0} ");
        var mend = most < DataTable.MostRows && all is not null ? string.Create(CultureInfo.InvariantCulture, $"; DataTable.Of(rows) carries up to {DataTable.MostRows:N0}") : "";
        return all is { } count ? string.Create(CultureInfo.InvariantCulture, $"{first}of {count:N0} rows{mend}")
            : most < DataTable.MostRows ? $"{first}rows of a sequence; add .ToList() to see more"
            : $"{first}rows";
    }
}
