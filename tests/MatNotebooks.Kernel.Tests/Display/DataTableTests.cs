using System.Collections;
using System.Data;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataTable = MatNotebooks.Kernel.Display.DataTable;

namespace MatNotebooks.Kernel.Tests.Display;

public sealed class DataTableTests
{
    private sealed record Row(string Formula, double Volume, int? Sites);

    private static Row[] Rows(int count) => [.. Enumerable.Range(0, count).Select(i => new Row("A" + i, 10 + (i % 7 * 1.25), i % 10 == 3 ? null : i))];

    [Fact]
    public void Numbers_are_aligned_and_what_is_missing_stays_empty() => Assert.Equal(
        "Formula  Volume (Å³)  Sites\nA0             10.00      0\nA1             11.25      1\nA2             12.50      2\nA3             13.75",
        DataTable.Of(Rows(4)).With("volume", unit: "Å³").ToMimeBundle().PlainText);

    [Fact]
    public void A_longer_table_sums_its_columns_up()
    {
        var text = DataTable.Of(Rows(30)).ToMimeBundle().PlainText;
        Assert.Contains("Formula: 30 different", text, StringComparison.Ordinal);
        Assert.Contains("Volume: min 10.00, mean 13.542, max 17.50", text, StringComparison.Ordinal);
        Assert.Contains("Sites: min 0, mean 14.667, max 29, 3 missing", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_and_units_and_a_choice_of_columns()
    {
        var table = DataTable.Of(Rows(2)).With("Volume", unit: "Å³", format: "0.0e0", heading: "cell").Only("Volume", "Formula");
        Assert.Equal("cell (Å³)  Formula\n    1.0e1  A0\n    1.1e1  A1", table.ToMimeBundle().PlainText);
        Assert.Equal("[[[10,\"1.0e1\"],[11.25,\"1.1e1\"]],[\"A0\",\"A1\"]]", Content(table)["cells"]!.ToJsonString());
    }

    [Fact]
    public void A_wrong_column_is_named_with_the_nearest() => Assert.Contains(
        "no column 'Volme'; it has 'Formula', 'Volume', 'Sites'. Did you mean 'Volume'?", Assert.Throws<ArgumentException>(() => DataTable.Of(Rows(2)).With("Volme", unit: "Å³")).Message, StringComparison.Ordinal);

    [Fact]
    public void Dictionaries_give_their_keys_and_keys_their_units()
    {
        var rows = new List<Dictionary<string, object?>> { new() { ["id"] = "a", ["gap (eV)"] = 1.5 }, new() { ["id"] = "b", ["note"] = "metal" } };
        var table = DataTable.Of(rows);
        Assert.Equal("id  gap (eV)  note\na        1.5\nb             metal", table.ToMimeBundle().PlainText);
        Assert.Equal(["id", "gap (eV)", "note"], table.ColumnNames);
    }

    [Fact]
    public void A_database_reader_is_a_table()
    {
        using var source = new System.Data.DataTable();
        source.Columns.Add("name", typeof(string));
        source.Columns.Add("mass (u)", typeof(double));
        source.Rows.Add("Li", 6.94);
        source.Rows.Add("X", DBNull.Value);
        using IDataReader reader = source.CreateDataReader();
        Assert.Equal("name  mass (u)\nLi        6.94\nX", DataTable.Of(reader).ToMimeBundle().PlainText);
    }

    [Fact]
    public void A_hundred_thousand_rows_travel_packed_and_whole()
    {
        var table = DataTable.Of(Rows(100_001));
        Assert.Equal(100_000, table.RowCount);
        var bundle = table.ToMimeBundle();
        Assert.Contains("25 of 100,000 rows (the first 100,000 of 100,001 rows)", bundle.PlainText, StringComparison.Ordinal);
        Assert.InRange(((string)bundle.Forms["text/html"]!).Length, 10_000, 1_500_000);
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String((string)Content(table)["packed"]!)), CompressionMode.Decompress);
        var cells = JsonNode.Parse(gzip)!;
        Assert.Equal([100_000, 100_000, 100_000], cells.AsArray().Select(column => column!.AsArray().Count));
        Assert.Equal("A99999", (string?)cells[0]![99_999]);
        Assert.Null(cells[2]![13]);
    }

    [Fact]
    public void A_small_table_is_small_to_save() => Assert.InRange(((string)DataTable.Of(Rows(5)).ToMimeBundle().Forms["text/html"]!).Length, 100, 2000);

    [Fact]
    public void A_sequence_without_end_is_asked_for_its_beginning()
    {
        var asked = 0;
        IEnumerable<Row> Endless()
        {
            while (true) yield return Rows(1)[asked++ * 0];
        }
        var table = DataTable.TryOf(Endless());
        Assert.Equal(50, table!.RowCount);
        Assert.Equal(51, asked);
        Assert.EndsWith("... the first 50 rows of a sequence; add .ToList() to see more", table.ToMimeBundle().PlainText.Split("\nFormula: ")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_ends_the_script_or_becomes_markup()
    {
        var html = (string)DataTable.Of(new[] { new Row("</script><script>alert(1)</script>", 1, 2) }).ToMimeBundle().Forms["text/html"]!;
        Assert.Equal(2, html.Split("</script>").Length);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    private sealed class Odd
    {
        public int Fine => 1;

        public int Broken => throw new InvalidOperationException("no");

        public Unwritable Worse => new();
    }

    private sealed class Unwritable
    {
        public override string ToString() => throw new InvalidOperationException("no words");
    }

    [Fact]
    public void A_cell_that_throws_leaves_the_others() =>
        Assert.Equal("Fine  Broken  Worse\n   1          (InvalidOperationException)", DataTable.Of(new[] { new Odd() }).ToMimeBundle().PlainText);

    [Theory]
    [InlineData(new[] { 1.0, 2.5, 1000.25 }, "1.00 2.50 1000.25")]
    [InlineData(new[] { 1e-9, 1.0 }, "1E-09 1")]
    [InlineData(new[] { 12.345678, 0.5 }, "12.3457 0.5000")]
    [InlineData(new[] { 3.0, 4.0 }, "3 4")]
    [InlineData(new[] { double.NaN, 0.25 }, "NaN 0.25")]
    public void A_column_has_one_number_of_decimals(double[] values, string expected)
    {
        var text = DataTable.Of(values.Select(value => new Dictionary<string, object?> { ["x"] = value }).ToList()).ToMimeBundle().PlainText;
        Assert.Equal(expected, string.Join(' ', text.Split('\n').Skip(1).Select(line => line.Trim())));
    }

    [Fact]
    public void Nothing_makes_no_table() => Assert.All(
        new IEnumerable[] { Array.Empty<Row>(), new[] { 1, 2 }, "text" }, rows => Assert.Throws<ArgumentException>(() => DataTable.Of(rows)));

    private static JsonNode Content(DataTable table)
    {
        var html = (string)table.ToMimeBundle().Forms["text/html"]!;
        var push = html[(html.IndexOf("push(", StringComparison.Ordinal) + 5)..html.LastIndexOf(");</script>", StringComparison.Ordinal)];
        return JsonNode.Parse(Encoding.UTF8.GetBytes(push), null, new JsonDocumentOptions { MaxDepth = 16 })!["content"]!;
    }
}
