using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Catalogue;
using Xunit.Abstractions;

namespace MatNotebooks.Core.Tests.Datasets.Catalogue;

public sealed class DatasetCatalogueTests(ITestOutputHelper output)
{
    private const int LargestRead = 8_000; // rows; larger sets are read by DuckDB, in SetColumnsTests
    private const int MostCrystals = 400; // of each set, for crystals take longer

    public static TheoryData<string> Names => [.. DatasetCatalogue.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_says_what_a_reader_must_know(string name)
    {
        var entry = DatasetCatalogue.Find(name);
        Assert.All([entry.Title, entry.Source, entry.Licence, entry.Cite, entry.Target], text => Assert.False(string.IsNullOrWhiteSpace(text), name));
        Assert.Contains(entry.Columns, column => column.Name == entry.Target && column.Unit.Length > 0);
        Assert.True(entry.Rows > 0 || entry.Download?.Service is not null, "how many rows there are");
        Assert.True(entry.Files.Count > 0 || entry.Download is not null, "where its rows come from");
        Assert.DoesNotContain(entry.Columns, column => column.Count > entry.Rows);
    }

    [Fact]
    public void Every_original_has_addresses_and_hashes_in_form()
    {
        foreach (var (set, file) in from entry in DatasetCatalogue.All from file in entry.Download?.Files ?? [] select (entry.Name, file))
        {
            Assert.True(file.Name.Length > 0 && file.Urls.Count > 0 && file.Urls.All(url => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"), $"{set} {file.Name}");
            Assert.All(((string?, int)[])[(file.Sha256, 64), (file.Md5, 32), (file.GitBlob, 40)], hash => Assert.True(hash.Item1 is null || (hash.Item1.Length == hash.Item2 && hash.Item1.All(char.IsAsciiHexDigitLower)), $"{set} {file.Name} {hash.Item1}"));
        }
        foreach (var (set, service) in from entry in DatasetCatalogue.All where entry.Download?.Service is not null select (entry.Name, entry.Download!.Service!))
            Assert.True(service.Address.StartsWith("https://", StringComparison.Ordinal) && service.Fields.Count > 0 && (service.KeyVariable is null) == (service.KeyPage is null), set);
    }

    [Fact]
    public void Every_set_that_is_here_has_the_rows_means_and_deviations_the_catalogue_says()
    {
        foreach (var entry in DatasetCatalogue.All.Where(entry => entry.IsHere && entry.Rows <= LargestRead && entry.Reader is "csv"))
            Check(entry, [.. entry.ReadFormulas()]);
        foreach (var entry in DatasetCatalogue.All.Where(entry => entry.IsHere && entry.Reader is not ("csv" or "mp" or "") && entry.Rows <= LargestRead))
            Check(entry, [.. entry.Read()]);
    }

    [Fact]
    public void Every_set_of_crystals_that_is_here_gives_them_row_by_row()
    {
        foreach (var entry in DatasetCatalogue.All.Where(entry => entry.IsHere && entry.Kind == DatasetKind.Structures && entry.Rows <= 60_000))
        {
            var some = entry.ReadStructures().Take(MostCrystals).ToArray();
            Assert.True(some.Length == Math.Min(MostCrystals, entry.Crystals ?? entry.Rows), $"{entry.Name} gives {some.Length} crystals");
            Assert.All(some, record => Assert.True(record.Crystal.Volume > 1 && record.Id.Length > 0));
            Assert.True(some.Select(record => record.Id).Distinct().Count() == some.Length, entry.Name);
        }
    }

    [Fact]
    public void Crystals_of_a_table_fit_their_formulas()
    {
        foreach (var name in new[] { "matbench_phonons", "matbench_log_gvrh", "matbench_perovskites" }.Where(name => DatasetCatalogue.Find(name).IsHere))
        {
            var entry = DatasetCatalogue.Find(name);
            var written = entry.ReadFormulas().ToDictionary(row => row.Id);
            Assert.All(entry.ReadStructures().Take(50), record =>
            {
                Assert.Equal(written[record.Id].Composition.ReducedFormula, record.Formula);
                Assert.Equal(written[record.Id].Number("target"), record.Number("target"));
            });
        }
    }

    [Fact]
    public void Official_folds_are_five_of_a_fifth_each()
    {
        var entry = DatasetCatalogue.Find("matbench_steels");
        if (!entry.IsHere)
            return;
        var folds = entry.ReadFormulas().CountBy(row => row.RequiredNumber("fold")).ToArray();
        Assert.Equal(5, folds.Length);
        Assert.All(folds, fold => Assert.InRange(fold.Value, 62, 63));
    }

    [Fact]
    public void The_shipped_set_is_here_and_has_hashes()
    {
        var octet = DatasetCatalogue.Find("OCTET");
        Assert.True(octet.IsHere && octet.Bytes > 10_000);
        Assert.Equal(64, octet.Hashes().Single().Value.Length);
        Assert.Equal(octet.Rows, octet.ReadStructures().Count());
        Assert.Contains(FilesRead.All, path => path.EndsWith("octet_pbe.jsonl.gz", StringComparison.Ordinal));
    }

    [Fact]
    public void Wrong_use_is_one_clear_error()
    {
        Assert.Contains("matbench_phonons", Assert.Throws<KeyNotFoundException>(() => DatasetCatalogue.Find("phonons")).Message, StringComparison.Ordinal);
        Assert.Contains("holds formulas, no crystals", Assert.Throws<InvalidOperationException>(() => DatasetCatalogue.Find("expt_gap").ReadStructures()).Message, StringComparison.Ordinal);
    }

    private void Check(DatasetEntry entry, IReadOnlyList<DataRecord> rows)
    {
        Assert.True(entry.Rows == rows.Count, $"{entry.Name} has {rows.Count} rows, not {entry.Rows}");
        foreach (var column in entry.Columns.Where(column => column.Count is not null))
        {
            var values = rows.Select(row => Number(row, column.Name)).OfType<double>().ToArray();
            var mean = values.Average();
            var std = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            output.WriteLine($"{entry.Name} {column.Name}: {values.Length} values, {mean:G6} ± {std:G6} {column.Unit}");
            Assert.True(column.Count == values.Length, $"{entry.Name} {column.Name}: {values.Length} values, not {column.Count}");
            Assert.True(Near(column.Mean!.Value, mean, std) && Near(column.Std!.Value, std, std), $"{entry.Name} {column.Name}: {mean} ± {std}, not {column.Mean} ± {column.Std}");
        }
    }

    // Some columns hold words beside numbers.
    private static double? Number(DataRecord row, string key) =>
        row.Values.TryGetValue(key, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Number ? value.GetDouble() : null;

    private static bool Near(double said, double found, double std) => Math.Abs(said - found) <= (1e-5 * std) + (1e-5 * Math.Abs(found));
}
