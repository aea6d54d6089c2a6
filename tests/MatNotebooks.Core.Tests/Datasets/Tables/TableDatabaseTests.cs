using System.Data;
using System.Diagnostics;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Tables;

public sealed class TableDatabaseTests : IDisposable
{
    private readonly TableDatabase? database = DuckDbLibrary.IsPresent ? new() : null;

    private TableDatabase Database => database!;

    public void Dispose() => database?.Dispose();

    private sealed record Row(string Formula, double? Gap, int Atoms);

    private enum Phase
    {
        Rocksalt,
        Zincblende,
    }

    [DuckDbTheory]
    [InlineData("TRUE", typeof(bool), "True")]
    [InlineData("(-5)::TINYINT", typeof(sbyte), "-5")]
    [InlineData("300::SMALLINT", typeof(short), "300")]
    [InlineData("7", typeof(int), "7")]
    [InlineData("9000000000", typeof(long), "9000000000")]
    [InlineData("200::UTINYINT", typeof(byte), "200")]
    [InlineData("60000::USMALLINT", typeof(ushort), "60000")]
    [InlineData("4000000000::UINTEGER", typeof(uint), "4000000000")]
    [InlineData("18446744073709551615::UBIGINT", typeof(ulong), "18446744073709551615")]
    [InlineData("-170141183460469231731687303715884105727::HUGEINT", typeof(Int128), "-170141183460469231731687303715884105727")]
    [InlineData("1.5::FLOAT", typeof(float), "1.5")]
    [InlineData("1e-300::DOUBLE", typeof(double), "1E-300")]
    [InlineData("-123.4567::DECIMAL(10,4)", typeof(decimal), "-123.4567")]
    [InlineData("12345678901234567890.12::DECIMAL(30,2)", typeof(decimal), "12345678901234567890.12")]
    [InlineData("0.05::DECIMAL(3,2)", typeof(decimal), "0.05")]
    [InlineData("'Å ß 日本'", typeof(string), "Å ß 日本")]
    [InlineData("'longer than the twelve bytes in place'", typeof(string), "longer than the twelve bytes in place")]
    [InlineData("'\\x01\\xFF'::BLOB", typeof(byte[]), "0x01FF")]
    [InlineData("DATE '1966-03-01'", typeof(DateOnly), "03/01/1966")]
    [InlineData("TIME '23:59:58.5'", typeof(TimeOnly), "23:59")]
    [InlineData("TIMESTAMP '2020-02-29 12:00:01'", typeof(DateTime), "02/29/2020 12:00:01")]
    [InlineData("TIMESTAMP_S '1900-01-01 00:00:00'", typeof(DateTime), "01/01/1900 00:00:00")]
    [InlineData("TIMESTAMP_MS '2020-02-29 12:00:01'", typeof(DateTime), "02/29/2020 12:00:01")]
    [InlineData("TIMESTAMP_NS '2020-02-29 12:00:01'", typeof(DateTime), "02/29/2020 12:00:01")]
    [InlineData("TIMESTAMPTZ '2020-01-01 01:00:00+01'", typeof(DateTimeOffset), "01/01/2020 00:00:00 +00:00")]
    [InlineData("INTERVAL '14 months 3 days 2 hours'", typeof(SqlInterval), "14 months 3 days 02:00:00")]
    [InlineData("UUID '123e4567-e89b-12d3-a456-426614174000'", typeof(Guid), "123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("'0101'::BIT", typeof(string), "0101")]
    [InlineData("'b'::ENUM('a', 'b')", typeof(string), "b")]
    [InlineData("[1.5, NULL]::DOUBLE[]", typeof(double[]), "[1.5, NaN]")]
    [InlineData("[1, NULL]", typeof(int?[]), "[1, NULL]")]
    [InlineData("['a', 'b']", typeof(string[]), "[a, b]")]
    [InlineData("[[1.0::DOUBLE], []]", typeof(double[][]), "[[1], []]")]
    [InlineData("array_value(1::DOUBLE, 2)", typeof(double[]), "[1, 2]")]
    [InlineData("{'a': 1, 'b': 'x'}", typeof(IReadOnlyDictionary<string, object>), "{a: 1, b: x}")]
    [InlineData("MAP {'k': 2.5::DOUBLE}", typeof(IReadOnlyDictionary<object, object>), "{k: 2.5}")]
    public void Every_common_type_comes_back_as_dotnet_knows_it(string sql, Type type, string text)
    {
        var column = Database.Query($"SELECT {sql} AS x UNION ALL SELECT NULL").Columns[0];
        Assert.Equal(type, column.Type);
        Assert.Equal(text, SqlText.Of(column[0]));
        Assert.Null(column[1]);
        Assert.True(column.HasNulls);
    }

    [DuckDbFact]
    public void Types_without_a_form_say_what_to_cast_them_to()
    {
        var wrong = Assert.Throws<SqlException>(() => Database.Query("SELECT union_value(num := 2) AS u"));
        Assert.Contains("CAST(... AS VARCHAR)", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("CAST(... AS DOUBLE)", Assert.Throws<SqlException>(() => Database.Query("SELECT 1e37::DECIMAL(38,0)")).Message, StringComparison.Ordinal);
    }

    [DuckDbFact]
    public void Records_are_tables()
    {
        Row[] rows = [new("MgO", 4.5, 2), new("Cu", null, 1), new("NaCl", 5.1, 2)];
        Assert.Equal(3, Database.Register("rows", rows));
        var found = Database.Query("SELECT formula, gap FROM rows WHERE atoms = $atoms ORDER BY gap DESC", new Dictionary<string, object?> { ["atoms"] = 2 });
        Assert.Equal("2 rows: Formula VARCHAR, Gap DOUBLE", found.ToString());
        Assert.Equal(["NaCl", "MgO"], found.Select(row => row.Get<string>("formula")));
        Assert.Equal(9.6, found.Sum(row => row.Number("Gap")), 9);
        Assert.Equal(double.NaN, Database.Query("SELECT gap FROM rows WHERE formula = 'Cu'").Numbers("gap")[0]);
        Assert.Equal(rows, Database.Query("SELECT * FROM rows").As<Row>());
    }

    [DuckDbFact]
    public void Every_type_of_a_record_arrives_as_it_was()
    {
        var rows = new[]
        {
            new
            {
                Flag = true, Tiny = (sbyte)-1, Small = (short)2, Whole = 3, Long = 4L, Byte = (byte)5, U16 = (ushort)6, U32 = 7u, U64 = 8ul, Single = 1.5f, Real = 2.5,
                Exact = 3.1415926535m, Text = "a\0b", Letter = 'c', Time = new DateTime(2020, 1, 2, 3, 4, 5), Zoned = new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
                Date = new DateOnly(1970, 1, 2), Clock = new TimeOnly(4, 5, 6), Span = TimeSpan.FromMinutes(90), Id = Guid.Parse("ff3e4567-e89b-12d3-a456-426614174000"),
                Phase = Phase.Zincblende, Bytes = new byte[] { 1, 255 }, Reals = new[] { 1.0, 2 }, Words = new[] { "x", "y" }, Huge = Int128.MaxValue, Half = (Half)0.5,
            },
        };
        Database.Register("one", rows);
        var texts = Database.Query("SELECT * FROM one").Columns.ToDictionary(column => column.Name, column => SqlText.Of(column[0]));
        Assert.Equal("2.5", texts["Real"]);
        Assert.Equal("3.141592653500", texts["Exact"]);
        Assert.Equal("a\0b", texts["Text"]);
        Assert.Equal("01/02/2020 01:04:05 +00:00", texts["Zoned"]);
        Assert.Equal("01:30:00", texts["Span"]);
        Assert.Equal("ff3e4567-e89b-12d3-a456-426614174000", texts["Id"]);
        Assert.Equal("Zincblende", texts["Phase"]);
        Assert.Equal("[x, y]", texts["Words"]);
        Assert.Equal("0x01FF", texts["Bytes"]);
        Assert.Equal(Int128.MaxValue.ToString(), texts["Huge"]);
        Assert.Equal(26, texts.Count);
    }

    [DuckDbFact]
    public void Tables_of_other_shapes_are_tables_too()
    {
        var data = new DataTable();
        data.Columns.Add("a", typeof(double));
        data.Rows.Add(1.5);
        data.Rows.Add(DBNull.Value);
        Assert.Equal(1.5, Sum("a", data));
        Assert.Equal(6.0, Sum("x", new Dictionary<string, double[]> { ["x"] = [1, 2, 3], ["y"] = [0, 0, 0] }));
        Assert.Equal(3.0, Sum("Item2", new[] { ("a", 1), ("b", 2) }));
        Assert.Equal(4.0, Sum("value", new[] { 1.0, 3.0 }));
        Assert.Equal(5.0, Sum("n", new[] { new Dictionary<string, object> { ["n"] = 5 }, new Dictionary<string, object> { ["m"] = "x" } }));
        Assert.Equal(10.0, Sum("i", Database.Query("SELECT range::INTEGER AS i FROM range(5)")));
        Assert.Contains("makes no table", Assert.Throws<ArgumentException>(() => Database.Register("t", new[] { new object() })).Message, StringComparison.Ordinal);
        Assert.Contains("'y' 1; all need as many", Assert.Throws<ArgumentException>(() => Sum("x", new Dictionary<string, double[]> { ["x"] = [1, 2], ["y"] = [1] })).Message, StringComparison.Ordinal);

        double Sum(string column, object rows)
        {
            Database.Register("t", rows);
            return Database.Query($"SELECT sum({column})::DOUBLE AS s FROM t").Numbers("s")[0];
        }
    }

    [DuckDbFact]
    public void Structure_records_have_columns_for_what_their_rows_say()
    {
        const string Line = "{\"id\":\"a\",\"lat\":[4,4,4,90,90,90],\"sp\":[\"Cs\",\"Cl\"],\"n\":[1,1],\"xyz\":[0,0,0,0.5,0.5,0.5],\"gap\":5.2,\"split\":\"train\",\"ok\":true,\"e\":null,\"f\":[1,2]}";
        Database.Register("r", new[] { RecordLine.Parse(Line), RecordLine.Parse(Line.Replace("\"gap\":5.2,", "", StringComparison.Ordinal)) });
        Assert.Equal(
            "2 rows: id VARCHAR, formula VARCHAR, atoms INTEGER, volume DOUBLE, gap DOUBLE, split VARCHAR, ok BOOLEAN, e VARCHAR, f DOUBLE[]",
            Database.Query("SELECT * FROM r").ToString());
        Assert.Equal("id = a, formula = CsCl, atoms = 2, volume = 64, gap = NULL, split = train, ok = True, e = NULL, f = [1, 2]", Database.Query("SELECT * FROM r")[1].ToString().Replace("63.99999999999999", "64", StringComparison.Ordinal));
    }

    [DuckDbTheory]
    [InlineData("SELECT *\nFROM nothing\nWHERE a > 1", 2, 6, "Table with name nothing does not exist!")]
    [InlineData("SELECT 1 AS a,\n  b\nFROM range(3)", 2, 3, "column \"b\" not found")]
    [InlineData("SELECT x, y z w", 1, 15, "syntax error at or near \"w\"")]
    [InlineData("SELECT 1;\nSELECT range,\n  wrong FROM range(3)", 3, 3, "column \"wrong\" not found")]
    [InlineData("SELECT 1;\nSELECT wrong", 2, 8, "Referenced column \"wrong\"")]
    [InlineData("SELECT 1 as a, 2 as b, 3 as c, 4 as d, 5 as e, 6 as f, 7 as g, 8 as h, 9 as i, wrong, 3 as j, 4 as k, 5 as l, 6 as m, 7 as n, 8 as o, 9 as p FROM range(3)", 1, 80, "column \"wrong\" not found")]
    public void Errors_name_their_place(string sql, int line, int column, string message)
    {
        var wrong = Assert.Throws<SqlException>(() => Database.Query(sql));
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
        Assert.DoesNotContain("pg_", wrong.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (wrong.Line, wrong.Column));
    }

    [DuckDbFact]
    public void Errors_while_rows_are_computed_are_errors_too()
    {
        Assert.StartsWith("Conversion Error: Could not convert string 'x3'", Assert.Throws<SqlException>(() => Database.Query("SELECT ('x' || i)::INTEGER FROM range(3, 5) t(i)")).Message, StringComparison.Ordinal);
        Assert.Equal("The parameter $a has no value; give one by that name.", Assert.Throws<SqlException>(() => Database.Query("SELECT $a")).Message);
        Assert.Equal("There is no statement to run.", Assert.Throws<SqlException>(() => Database.Query(" -- nothing\n")).Message);
    }

    [DuckDbFact]
    public void Parameters_are_of_every_plain_type()
    {
        var answer = Database.Query(
            "SELECT $a + 1 AS a, $b || '!' AS b, $c AS c, $d IS NULL AS d, list_contains($e, 2) AS e, $f::DECIMAL(10,2) AS f, $g AS g",
            new Dictionary<string, object?> { ["a"] = 1.5, ["b"] = "x", ["c"] = new DateOnly(2020, 2, 29), ["d"] = null, ["e"] = new[] { 1, 2 }, ["f"] = -12.25m, ["g"] = new DateTime(1960, 1, 1) })[0];
        Assert.Equal("a = 2.5, b = x!, c = 02/29/2020, d = True, e = True, f = -12.25, g = 01/01/1960 00:00:00", answer.ToString());
        Assert.Equal(3, Database.Query("SELECT ? + ?", new Dictionary<string, object?> { ["1"] = 1, ["2"] = 2 }).Numbers("($1 + $2)")[0]);
    }

    [DuckDbFact]
    public void Files_are_tables_and_the_network_is_not()
    {
        var folder = Directory.CreateTempSubdirectory("matnb-test-").FullName;
        try
        {
            Database.Folder = folder;
            Database.Query($"COPY (SELECT i, i * 1.5 AS x FROM range(1000) t(i)) TO '{folder}/a.parquet'");
            File.WriteAllText(Path.Combine(folder, "b.csv"), "name,value\nx,1\ny,2\n");
            File.WriteAllText(Path.Combine(folder, "c.json"), "[{\"k\": 1}, {\"k\": 5}]");
            Assert.Equal(1000, Database.Query("SELECT count(*) AS n FROM 'a.parquet'").Numbers("n")[0]);
            Assert.Equal(3, Database.Query("SELECT sum(value) AS n FROM 'b.csv'").Numbers("n")[0]);
            Assert.Equal(5, Database.Query("SELECT max(k) AS n FROM 'c.json'").Numbers("n")[0]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        var wrong = Assert.Throws<SqlException>(() => Database.Query("SELECT * FROM 'https://example.org/a.parquet'"));
        Assert.Contains("Fetch the file first", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("duckdb.org", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("No files found", Assert.Throws<SqlException>(() => Database.Query("SELECT * FROM 'none.parquet'")).Message, StringComparison.Ordinal);
    }

    [DuckDbFact]
    public async Task A_running_query_can_be_stopped_and_the_next_one_runs()
    {
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => Database.Query("SELECT sum(sqrt(a.range + b.range)) FROM range(2000000) a, range(2000000) b", cancellation: stop.Token));
        stop.CancelAfter(TimeSpan.FromMilliseconds(200));
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"stopping took {watch.Elapsed}");
        Assert.Equal(2, Database.Query("SELECT 1 + 1 AS x").Numbers("x")[0]);
    }

    [DuckDbFact]
    public void Rows_come_while_they_are_computed_and_a_limit_cuts()
    {
        // All of them would be 8 TB.
        Assert.Equal(499500, Database.Stream("SELECT range AS i FROM range(1000000000000)").Take(1000).Sum(row => row.Number("i")));
        var cut = Database.Query("SELECT range AS i FROM range(1000000000000)", mostRows: 5000);
        Assert.Equal((5000, true), (cut.Count, cut.IsCut));
        Assert.False(Database.Query("SELECT range AS i FROM range(5000)", mostRows: 5000).IsCut);
    }

    [DuckDbFact]
    public void Tables_that_are_not_there_may_be_lent_for_one_query()
    {
        var asked = new List<string>();
        Database.Missing = name =>
        {
            asked.Add(name);
            return name switch { "a" or "b c" => new[] { new { Id = 1, X = 2.0 } }, "number" => 5, _ => null };
        };
        Assert.Equal(4, Database.Query("CREATE TABLE kept AS SELECT 1 AS id; SELECT a.x + l.x AS s FROM a JOIN \"b c\" l USING (id) JOIN kept USING (id)").Numbers("s")[0]);
        Assert.Equal(2, Database.Stream("WITH w AS (SELECT * FROM a) SELECT x FROM w WHERE id = $id", new Dictionary<string, object?> { ["id"] = 1 }).Single().Number("x"));
        Assert.Equal("number", Assert.Throws<SqlException>(() => Database.Query("SELECT * FROM number")).MissingTable);
        Assert.Equal("none", Assert.Throws<SqlException>(() => Database.Query("SELECT * FROM none")).MissingTable);
        Assert.Equal(["a", "b c", "a", "number", "none"], asked);
        Assert.Equal(["kept"], Database.Tables);
    }

    [DuckDbFact]
    public void Tables_are_dropped_by_name()
    {
        Database.Register("a b\"c", new[] { 1 });
        Assert.Equal(["a b\"c"], Database.Tables);
        Database.Drop("a b\"c");
        Assert.Empty(Database.Tables);
    }

    [DuckDbFact]
    public void Bad_use_of_a_result_is_one_clear_error()
    {
        var table = Database.Query("SELECT 'x' AS name, NULL::DOUBLE AS gap");
        Assert.Equal("There is no column 'gpa'; there are name, gap.", Assert.Throws<KeyNotFoundException>(() => table["gpa"]).Message);
        Assert.Contains("holds no numbers", Assert.Throws<InvalidCastException>(() => table.Numbers("name")).Message, StringComparison.Ordinal);
        Assert.Contains("ask for Double?", Assert.Throws<InvalidCastException>(() => table[0].Get<double>("gap")).Message, StringComparison.Ordinal);
        Assert.Contains("asks for 'Formula'", Assert.Throws<ArgumentException>(() => table.As<Row>()).Message, StringComparison.Ordinal);
        Assert.Null(table[0].Get<double?>("gap"));
    }
}
