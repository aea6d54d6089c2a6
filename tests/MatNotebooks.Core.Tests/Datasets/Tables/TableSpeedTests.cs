using System.Diagnostics;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Tests;
using Xunit.Abstractions;

namespace MatNotebooks.Core.Tests.Datasets.Tables;

public sealed class TableSpeedTests(ITestOutputHelper output)
{
    private sealed record Row(int Id, double Energy, double? Gap, string Formula);

    [DuckDbFact]
    public void A_million_records_are_a_table_in_seconds()
    {
        var rows = Enumerable.Range(0, 1_000_000).Select(i => new Row(i, i * 0.5, i % 3 == 0 ? null : i, $"Compound{i % 100}")).ToArray();
        using var database = new TableDatabase();
        var watch = Stopwatch.StartNew();
        database.Register("rows", rows);
        var appended = watch.Elapsed;
        watch.Restart();
        var groups = database.Query("SELECT formula, count(*) AS n, avg(energy) AS e, count(gap) AS gaps FROM rows GROUP BY ALL ORDER BY formula");
        var grouped = watch.Elapsed;
        watch.Restart();
        var all = database.Query("SELECT * FROM rows");
        output.WriteLine($"1,000,000 records of 4 columns: register {appended.TotalSeconds:F2} s, group {grouped.TotalSeconds:F2} s, take all back {watch.Elapsed.TotalSeconds:F2} s");
        Assert.Equal((100, 1_000_000), (groups.Count, all.Count));
        Assert.Equal(666_666, groups.Sum(row => row.Number("gaps")));
        Assert.Equal(rows[777_777].Formula, all[777_777].Get<string>("Formula"));
        Assert.True(appended < TimeSpan.FromSeconds(20), $"it took {appended}");
    }
}
