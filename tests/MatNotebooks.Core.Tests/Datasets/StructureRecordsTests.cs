using System.IO.Compression;
using MatNotebooks.Datasets;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets;

public sealed class StructureRecordsTests : IDisposable
{
    private const string Salt =
        """{"id":"salt","lat":[4,4,4,60,60,60],"sp":["Na","Cl"],"n":[1,1],"xyz":[0,0,0,0.5,0.5,0.5],"e":-3.5,"gap":null,"phase":"rocksalt","note":""}""";

    private readonly string folder = Directory.CreateTempSubdirectory("matnb-records-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_line_gives_the_crystal_and_everything_else_it_says()
    {
        var record = Assert.Single(StructureRecords.Read(File("salt.jsonl", Salt)));
        Assert.Equal("salt", record.Id);
        Assert.Equal(["Na", "Cl"], record.Crystal.Sites.Select(site => site.Element.Symbol));
        Assert.Equal(4 * 4 * 4 / Math.Sqrt(2), record.Crystal.Lattice.Volume, 9);
        Assert.Equal(-3.5, record.Number("e"));
        Assert.Null(record.Number("gap"));
        Assert.Null(record.Number("note"));
        Assert.Null(record.Number("absent"));
        Assert.Equal("rocksalt", record.Text("phase"));
        Assert.Equal("-3.5", record.Text("e"));
        Assert.Null(record.Text("note"));
        Assert.Equal("salt.jsonl:1", record.Origin);
    }

    [Fact]
    public void Packed_and_plain_files_say_the_same()
    {
        var packed = Path.Combine(folder, "salt.jsonl.gz");
        using (var writer = new StreamWriter(new GZipStream(System.IO.File.Create(packed), CompressionLevel.Fastest))) writer.WriteLine(Salt);
        Assert.Equal("salt", Assert.Single(StructureRecords.Read(packed)).Id);
    }

    [Theory]
    [InlineData("\"Cl\"", "\"Xx\"", "\"sp\" names \"Xx\", which is no element; use symbols such as \"Na\".")]
    [InlineData("\"e\":-3.5", "\"e\":NaN", "\"e\" is NaN, which JSON does not know; write null where a value is missing.")]
    [InlineData("[1,1]", "[1,2]", "\"xyz\" has 6 numbers for 3 sites; it needs three per site.")]
    [InlineData("[1,1]", "[2,0]", "\"sp\" has 2 species and \"n\" says [2,0]; each species needs a whole count of at least 1.")]
    [InlineData("\"lat\":[4,4,4,60,60,60]", "\"lat\":[4,4,4]", "\"lat\" has 3 numbers; it needs 6: a, b, c in Å and α, β, γ in degrees.")]
    [InlineData("\"lat\":[4,4,4,60,60,60]", "\"lat\":\"none\"", "\"lat\" is \"none\"; it must be a list of numbers.")]
    [InlineData("60,60,60", "60,60,170", "No cell has a=4 b=4 c=4 Å, α=60 β=60 γ=170°: lengths must be positive, angles between 0 and 180°, and each angle less than the sum of the other two.")]
    [InlineData("0.5,0.5,0.5", "0,0,1", "two atoms on one spot: sites 1 (Na) and 2 (Cl) are 0 Å apart; at least 0.1 Å are needed. Remove one.")]
    [InlineData("[\"Na\",\"Cl\"]", "\"NaCl\"", "\"sp\" is \"NaCl\"; it must be a list of symbols.")]
    [InlineData("\"note\"", "\"gap\"", "\"gap\" stands twice; keep one.")]
    [InlineData("\"xyz\"", "\"abc\"", "\"xyz\" is missing; a structure record has id, lat, sp, n and xyz.")]
    [InlineData("\"id\":\"salt\",", "\"id\":\"salt\"", "the line is not JSON at column 13; write one whole object per line.")]
    public void A_bad_line_is_named_with_its_mend_and_the_others_go_on(string right, string wrong, string reason)
    {
        var path = File("two.jsonl", Salt.Replace(right, wrong), Salt);
        var bad = new List<BadRecord>();
        Assert.Equal("salt", Assert.Single(StructureRecords.Read(path, bad.Add)).Id);
        Assert.Equal($"two.jsonl:1: {reason}", Assert.Single(bad).ToString());
        Assert.Equal($"two.jsonl:1: {reason}", Assert.Throws<BadRecordException>(() => StructureRecords.Read(path).ToArray()).Message);
    }

    [Fact]
    public void A_text_where_a_number_is_asked_for_is_named_by_file_and_line()
    {
        var record = Assert.Single(StructureRecords.Read(File("salt.jsonl", Salt)));
        var wrong = Assert.Throws<BadRecordException>(() => record.Number("phase"));
        Assert.Equal("salt.jsonl:1: \"phase\" is \"rocksalt\"; it must be a number, or null where it is missing.", wrong.Message);
    }

    [Fact]
    public void An_empty_file_is_refused() => Assert.Equal(
        "none.jsonl: the file is empty; it needs at least one structure record.",
        Assert.Throws<BadRecordException>(() => StructureRecords.Read(File("none.jsonl", "")).ToArray()).Message);

    [Fact]
    public void Rows_without_a_number_to_learn_from_are_named_and_the_others_go_on()
    {
        var path = File("targets.jsonl", Salt, Salt.Replace("-3.5", "null"), Salt.Replace("-3.5", "\"NaN\""), Salt.Replace("\"e\"", "\"f\""), Salt);
        var bad = new List<BadRecord>();
        Assert.Equal(2, StructureRecords.Read(path, "e", bad.Add).Count());
        Assert.Equal(
            [
                "targets.jsonl:2: \"e\" is missing; give it, or leave the row out.",
                "targets.jsonl:3: \"e\" is \"NaN\"; it must be a number, or null where it is missing.",
                "targets.jsonl:4: \"e\" is missing; give it, or leave the row out.",
            ],
            bad.Select(one => one.ToString()));
    }

    [Fact]
    public void A_torn_archive_gives_its_whole_rows_and_is_named()
    {
        var path = Path.Combine(folder, "torn.jsonl.gz");
        var random = new Random(1);
        using (var writer = new StreamWriter(new GZipStream(System.IO.File.Create(path), CompressionLevel.Fastest)))
            for (var row = 0; row < 2000; row++) writer.WriteLine(Salt.Replace("-3.5", random.NextDouble().ToString()));
        using (var file = System.IO.File.OpenWrite(path)) file.SetLength(file.Length / 2);
        var bad = new List<BadRecord>();
        var whole = StructureRecords.Read(path, bad.Add).Count();
        Assert.InRange(whole, 500, 1500);
        Assert.StartsWith($"torn.jsonl.gz:{whole + 1}: the gzip archive is broken", Assert.Single(bad).ToString());
    }

    [Fact]
    public void A_broken_archive_is_named()
    {
        var path = Path.Combine(folder, "broken.jsonl.gz");
        System.IO.File.WriteAllText(path, Salt);
        var wrong = Assert.Throws<BadRecordException>(() => StructureRecords.Read(path).ToArray());
        Assert.StartsWith("broken.jsonl.gz:1: the gzip archive is broken", wrong.Message);
    }

    [Fact]
    public void A_missing_file_is_refused_before_any_row_is_taken() =>
        Assert.Throws<FileNotFoundException>(() => StructureRecords.Read(Path.Combine(folder, "absent.jsonl")));

    [SharedDataFact("mp20_partial/mp20_partial.jsonl.gz")]
    public void Every_row_of_a_real_set_is_read()
    {
        var records = StructureRecords.Read(SharedData.PathOf("mp20_partial/mp20_partial.jsonl.gz")).ToArray();
        Assert.Equal(17259, records.Length);
        Assert.Equal(9.7, records.Average(record => record.Crystal.Sites.Length), 1);
        Assert.Equal(-1.065, records.Average(record => record.Number("e_form_eV_atom")!.Value), 3);
    }

    private string File(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, string.Join('\n', lines));
        return path;
    }
}
