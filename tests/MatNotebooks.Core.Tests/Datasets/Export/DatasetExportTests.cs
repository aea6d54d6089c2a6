using System.Collections.Immutable;
using System.Text.Json;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using MatNotebooks.Datasets.Export;
using MatNotebooks.Datasets.Tables;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Datasets.Export;

/// <summary>Data sets as files for others.</summary>
public sealed class DatasetExportTests : IDisposable
{
    private static readonly (Element Na, Element Cl, Element Li) Elements = (PeriodicTable.Find("Na"), PeriodicTable.Find("Cl"), PeriodicTable.Find("Li"));
    private readonly string folder = Directory.CreateTempSubdirectory("matnb-export-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("rows.jsonl")]
    [InlineData("rows.jsonl.gz")]
    public void Json_lines_are_read_again_as_they_were(string file)
    {
        var rows = Crystals(20).ToArray();
        var written = DatasetExport.Write(rows, PathOf(file), ExportFormat.Jsonl);
        Assert.Equal((PathOf(file), 20, 0), (written.Path, written.Rows, written.LeftOut));
        Assert.Equal(new FileInfo(PathOf(file)).Length, written.Bytes);
        var again = StructureRecords.Read(PathOf(file)).ToArray();
        Assert.Equal(rows.Length, again.Length);
        foreach (var (one, other) in rows.Zip(again))
        {
            Assert.Equal((one.Id, one.Number("energy"), one.Text("note"), one.Number("n")), (other.Id, other.Number("energy"), other.Text("note"), other.Number("n_")));
            Assert.Equal(one.Crystal.Sites.ToArray(), other.Crystal.Sites.ToArray());
            Assert.Equal(one.Crystal.Lattice.Parameters, other.Crystal.Lattice.Parameters);
        }
    }

    [Fact]
    public void Shared_sites_and_molecules_have_lines_of_their_own()
    {
        var shared = new StructureRecord("s", new Crystal(Lattice.Cubic(4), [new Site([new(Elements.Li, 0.5), new(Elements.Na, 0.25)], new(0, 0, 0))], "s"), new Dictionary<string, JsonElement>());
        var salt = new MoleculeRecord("m", new Molecule([new(Elements.Na, new(0, 0, 0)), new(Elements.Cl, new(0, 0, 2.4))], "m"), new Dictionary<string, JsonElement>());
        DatasetExport.Write([shared, salt, new FormulaRecord("f", "LiF", new Dictionary<string, JsonElement>())], PathOf("x.jsonl"), ExportFormat.Jsonl);
        Assert.Equal(
            [
                """{"id":"s","lat":[4,4,4,90,90,90],"sites":[{"occ":{"Li":0.5,"Na":0.25},"f":[0,0,0]}]}""",
                """{"id":"m","el":["Na","Cl"],"xyz":[0,0,0,0,0,2.4]}""",
                """{"id":"f","formula":"LiF"}""",
            ],
            File.ReadAllLines(PathOf("x.jsonl")));
        var written = DatasetExport.Write([shared, salt, new FormulaRecord("f", "LiF", new Dictionary<string, JsonElement>())], PathOf("x.xyz"), ExportFormat.Extxyz);
        Assert.Equal((1, 2), (written.Rows, written.LeftOut));
    }

    [Fact]
    public void Extended_xyz_is_read_again_by_our_reader()
    {
        DatasetExport.Write(Crystals(3), PathOf("rows.extxyz"), ExportFormat.Extxyz);
        var frames = Xyz.Read(PathOf("rows.extxyz"));
        Assert.Equal(3, frames.Count);
        Assert.Equal(("row-1", "-1.5", "it's \"quoted\" = so".Replace('"', '\''), "1 2 3"), (frames[1].Values["id"], frames[1].Values["energy"], frames[1].Values["note"], frames[1].Values["stress"]));
        Assert.Equal([[1, 2, 3], [4, 5, 6]], frames[1].Columns["forces"]);
        Assert.Equal(5.01, frames[1].Lattice!.Parameters.A, 10);
        Assert.Equal("Cl1 Na1", string.Join(' ', frames[1].Crystal!.Sites.Select(site => site.Element.Symbol + "1").Order()));
    }

    [DuckDbFact]
    public void Parquet_and_csv_hold_the_columns_and_parquet_the_units_and_the_licence()
    {
        var about = new DatasetEntry { Name = "made", Title = "made here", Source = "a test", Licence = "CC0", Cite = "nobody's", Columns = [new DatasetColumn { Name = "energy", Unit = "eV" }] };
        DatasetExport.Write(Crystals(5000), PathOf("rows.parquet"), ExportFormat.Parquet, about);
        DatasetExport.Write(Crystals(5000), PathOf("rows.csv"), ExportFormat.Csv, about);
        using var tables = new TableDatabase { Folder = folder };
        foreach (var file in new[] { "rows.parquet", "rows.csv" })
        {
            var sums = tables.Query($"SELECT count(*) AS n, sum(energy) AS e, min(formula) AS f, max(atoms) AS a, max(volume) AS v, first(id) AS i FROM '{file}'").First();
            Assert.Equal((5000L, "NaCl", "row-0"), (Convert.ToInt64(sums["n"]), sums["f"], sums["i"]));
            Assert.Equal(Enumerable.Range(0, 5000).Sum(row => -0.5 - row), Convert.ToDouble(sums["e"]), 6);
            Assert.Equal(2, Convert.ToInt32(sums["a"]));
        }
        Assert.Equal(6, Convert.ToInt32(tables.Query("SELECT len(xyz) AS n FROM 'rows.parquet' LIMIT 1").First()["n"]));
        Assert.DoesNotContain("xyz", File.ReadLines(PathOf("rows.csv")).First(), StringComparison.Ordinal);
        var metadata = tables.Query("SELECT decode(key) AS k, decode(value) AS v FROM parquet_kv_metadata('rows.parquet')").ToDictionary(row => (string)row["k"]!, row => (string)row["v"]!);
        Assert.Equal(("CC0", "nobody's", """{"energy":"eV"}"""), (metadata["licence"], metadata["cite"], metadata["units"]));
        Assert.Equal(["rows.csv", "rows.parquet"], Directory.GetFiles(folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Half_a_million_crystals_are_never_in_memory_at_once()
    {
        const int Rows = 500_000;
        var one = Crystals(1).First();
        var alive = new Alive();
        var written = DatasetExport.Write(Enumerable.Range(0, Rows).Select(row => alive.Watch(one with { Id = $"row-{row}", Crystal = one.Crystal.WithId($"row-{row}") }, row)), PathOf("many.jsonl"), ExportFormat.Jsonl, progress: alive);
        Assert.Equal(Rows, written.Rows);
        Assert.True(written.Bytes > 50_000_000);
        Assert.Equal(10, alive.Looks);
        Assert.InRange(alive.Most, 0, 2); // of those that were watched, one in a hundred
    }

    [Fact]
    public void A_full_disk_and_a_stop_leave_no_file()
    {
        using var stop = new CancellationTokenSource();
        File.WriteAllText(PathOf("x.jsonl"), "old");
        Assert.Throws<OperationCanceledException>(() => DatasetExport.Write(Crystals(5000).Select((row, number) =>
        {
            if (number == 1500)
                stop.Cancel();
            return row;
        }), PathOf("x.jsonl"), ExportFormat.Jsonl, cancellation: stop.Token));
        Assert.Equal("old", File.ReadAllText(PathOf("x.jsonl")));

        File.CreateSymbolicLink(PathOf("full.jsonl.draft"), "/dev/full");
        Assert.Contains("is full; free some, or write elsewhere", Assert.Throws<IOException>(() => DatasetExport.Write(Crystals(5000), PathOf("full.jsonl"), ExportFormat.Jsonl)).Message, StringComparison.Ordinal);
        Assert.Equal(["x.jsonl"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    private string PathOf(string file) => Path.Combine(folder, file);

    private static IEnumerable<StructureRecord> Crystals(int count) => Enumerable.Range(0, count).Select(row =>
    {
        var values = JsonElement.Parse($$"""{"energy":{{-0.5 - row}},"note":"it's \"quoted\" = so","n":3,"stress":[1,2,3],"forces_eV_A":[1,2,3,4,5,6],"missing":null}""");
        ImmutableArray<Site> sites = [new(Elements.Na, new(0, 0, 0)), new(Elements.Cl, new(0.5, 0.5, 0.25))];
        return new StructureRecord($"row-{row}", new Crystal(Lattice.Cubic(5 + (0.01 * (row % 100))), sites, $"row-{row}"), values.EnumerateObject().ToDictionary(member => member.Name, member => member.Value));
    });

    // Which crystals the collector could not take; the memory of the process would tell of other tests too.
    private sealed class Alive : IProgress<long>
    {
        private const int Every = 100;
        private readonly List<WeakReference> watched = [];

        public int Looks { get; private set; }

        public int Most { get; private set; }

        public StructureRecord Watch(StructureRecord record, int row)
        {
            if (row % Every == 0)
                watched.Add(new(record.Crystal));
            return record;
        }

        public void Report(long value)
        {
            if (value % 50_000 != 0)
                return;
            GC.Collect();
            Looks++;
            Most = Math.Max(Most, watched.Count(one => one.IsAlive));
            watched.Clear();
        }
    }
}
