using System.Globalization;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Kernel.Session;

namespace MatNotebooks.Kernel.Magics;

/// <summary>A result of SQL as a C# variable: a record type is declared for its rows.</summary>
internal static class ResultRecords
{
    /// <summary>Declares <c>record BestRow(string Formula, double? Gap);</c> and <c>IReadOnlyList&lt;BestRow&gt; best</c>, and fills it.</summary>
    public static async Task DeclareAsync(MagicContext context, string name, SqlTable table)
    {
        if (table.Columns.Count == 0)
            throw new MagicException($"#!sql --as {name}: the statement gives no rows to keep.");
        var record = char.ToUpperInvariant(name[0]) + name[1..] + "Row";
        var taken = new HashSet<string>(StringComparer.Ordinal) { record };
        var fields = table.Columns.Select(column => $"{TypeOf(column)} {NameOf(column.Name, taken)}");
        await context.RunCSharp($"public sealed record {record}({string.Join(", ", fields)});\nIReadOnlyList<{record}> {name} = default;", 0);
        context.Session.Variables.TryGet(name, out _, out var type);
        context.Session.Variables.Set(name, table.ToArray(type.GetGenericArguments()[0]));
    }

    private static string TypeOf(SqlColumn column) => TypeNames.InFull(column.Type) + (column.HasNulls && column.Type.IsValueType ? "?" : "");

    /// <summary>The column's name as a property: "band gap (eV)" is band_gap_eV.</summary>
    private static string NameOf(string column, HashSet<string> taken)
    {
        var name = string.Concat(column.Select(letter => char.IsLetterOrDigit(letter) || letter == '_' ? letter : ' ')).Trim().Replace(' ', '_');
        while (name.Contains("__", StringComparison.Ordinal) && !column.Contains("__", StringComparison.Ordinal))
            name = name.Replace("__", "_", StringComparison.Ordinal);
        if (name.Length == 0 || char.IsDigit(name[0]))
            name = "_" + name;
        var free = name;
        for (var number = 2; !taken.Add(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return CodeText.IsName(free) ? free : "@" + free;
    }
}
