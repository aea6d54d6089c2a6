using System.Globalization;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Catalogue;

/// <summary>Every row of every set on this machine: how many there are, and mean and deviation of every numeric column, beside the catalogue.</summary>
public sealed class SetColumnsTests(SetColumnsTests.Tables tables) : IClassFixture<SetColumnsTests.Tables>
{
    public static TheoryData<string> Here => [.. DatasetCatalogue.All.Where(entry => entry.Files.Count > 0 && entry.IsHere).Select(entry => entry.Name)];

    [DuckDbTheory]
    [MemberData(nameof(Here))]
    public void A_set_has_the_rows_means_and_deviations_of_the_catalogue(string name)
    {
        var entry = DatasetCatalogue.Find(name);
        DatasetColumn[] columns = [.. entry.Columns.Where(column => column.Count is not null)];
        var found = tables.Query($"SELECT count(*), {string.Join(", ", columns.Select(Sums))} FROM {Source(entry, columns)}").Single();
        Assert.Equal(entry.Rows, Convert.ToInt64(found[0], CultureInfo.InvariantCulture));
        for (var i = 0; i < columns.Length; i++)
        {
            var (count, mean, std) = (Convert.ToInt64(found[1 + (3 * i)], CultureInfo.InvariantCulture), Convert.ToDouble(found[2 + (3 * i)], CultureInfo.InvariantCulture), Convert.ToDouble(found[3 + (3 * i)], CultureInfo.InvariantCulture));
            Assert.True(columns[i].Count == count, $"{name} {columns[i].Name}: {count} numbers, not {columns[i].Count}");
            Assert.True(Near(columns[i].Mean, mean, std) && Near(columns[i].Std, std, std), $"{name} {columns[i].Name}: {mean} ± {std}, not {columns[i].Mean} ± {columns[i].Std}");
        }
    }

    [AbsentSetsFact]
    public void Sets_that_are_not_here_are_named() => Assert.DoesNotContain(DatasetCatalogue.All, entry => entry.Files.Count > 0 && !entry.IsHere);

    // Some columns hold words beside numbers, and some tables write nan and inf where nothing is known.
    private static string Sums(DatasetColumn column)
    {
        var number = $"TRY_CAST({TableDatabase.Quoted(column.Name)} AS DOUBLE)";
        var finite = $"CASE WHEN isfinite({number}) THEN {number} END";
        return $"count({finite}), avg({finite}), stddev_pop({finite})";
    }

    private static string Source(DatasetEntry entry, DatasetColumn[] columns)
    {
        var files = string.Join(", ", entry.Files.Select(file => $"'{entry.PathOf(file)}'"));
        return entry.Reader is "csv" or "mp"
            ? $"read_csv([{files}], header = true, all_varchar = true, union_by_name = true)"
            : $"read_json([{files}], format = 'newline_delimited', columns = {{{string.Join(", ", columns.Select(column => $"'{column.Name}': 'VARCHAR'"))}}})";
    }

    // The catalogue gives six digits.
    private static bool Near(double? said, double found, double std) => said is { } number && Math.Abs(number - found) <= (1e-5 * std) + (1e-5 * Math.Abs(found));

    /// <summary>One data base for all sets; opened when the first is asked for.</summary>
    public sealed class Tables : IDisposable
    {
        private readonly Lazy<TableDatabase> tables = new(() => new());

        internal SqlTable Query(string sql) => tables.Value.Query(sql);

        public void Dispose()
        {
            if (tables.IsValueCreated)
                tables.Value.Dispose();
        }
    }

    private sealed class AbsentSetsFactAttribute : FactAttribute
    {
        public AbsentSetsFactAttribute()
        {
            var absent = DatasetCatalogue.All.Where(entry => entry.Files.Count > 0 && !entry.IsHere).Select(entry => entry.Name).ToArray();
            if (absent.Length > 0)
                Skip = $"not on this machine and not checked: {string.Join(", ", absent)} (set MATNB_DATA to the folder that holds them)";
        }
    }
}
