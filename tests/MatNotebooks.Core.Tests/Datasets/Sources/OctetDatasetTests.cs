using System.IO.Compression;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;

namespace MatNotebooks.Core.Tests.Datasets.Sources;

public sealed class OctetDatasetTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("octet-");

    private string TablePath => Path.Combine(folder.FullName, "table.jsonl.gz");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_shipped_table_is_whole()
    {
        var table = OctetDataset.Load();
        Assert.Equal(912, table.Records.Count);
        Assert.Equal(912, table.Records.Select(record => record.Id).Distinct().Count());
        Assert.Equal(82, table.Compounds.Count());
        Assert.Equal(164, table.Series.Count);
        Assert.Equal(34, table.Records.SelectMany(record => record.Crystal.Sites).Select(site => site.Element).Distinct().Count());
        foreach (var series in table.Series)
        {
            var energies = series.Energies;
            Assert.InRange(Array.IndexOf(energies, energies.Min()), 2, energies.Length - 3);
            Assert.Equal(series.LatticeConstants.Order(), series.LatticeConstants);
        }
    }

    [Fact]
    public void Numbers_are_those_of_the_file_in_their_units()
    {
        var record = OctetDataset.Load().Records.Single(record => record.Id == "octet-AgBr-rocksalt-5.3466");
        Assert.Equal(("AgBr", Prototype.Rocksalt, 5.3466, -4.50574, 0.7297), (record.Compound, record.Prototype, record.LatticeConstant, record.Energy, record.Gap));
        Assert.Equal((2.9805, 21.486, 16, 11.3), (record.DirectGap, record.Pressure, record.IrreducibleKPoints, record.CoreSeconds));
        Assert.Equal(["Ag", "Br"], record.Crystal.Sites.Select(site => site.Element.Symbol));
        Assert.Equal(record.Crystal.Lattice.Volume, record.Volume, 1e-4);
        Assert.Equal("energy_eV (eV)", OctetDataset.Properties[0].ToString());
    }

    [Fact]
    public void A_table_that_is_written_is_read_again()
    {
        var table = OctetDataset.Load();
        OctetDataset.Write(TablePath, table.Records.Reverse());
        var again = OctetDataset.Load(TablePath);
        Assert.Equal(table.Records.Select(Numbers), again.Records.Select(Numbers));
        Assert.Equal(table.Records[7].Crystal.Lattice.Parameters, again.Records[7].Crystal.Lattice.Parameters);
        Assert.Single(folder.GetFiles());
    }

    [Theory]
    [InlineData("\"prototype\":\"rocksalt\"", "\"prototype\":\"wurtzite\"", "wurtzite")]
    [InlineData("\"energy_eV\":-4.50574,", "", "\"energy_eV\" is missing")]
    [InlineData("\"energy_eV\":-4.50574,", "\"energy_eV\":\"low\",", "\"low\"")]
    [InlineData("\"compound\":\"AgBr\",", "", "\"compound\" is missing")]
    [InlineData("\"Ag\"", "\"Xq\"", "Xq")]
    public void A_bad_row_is_named_and_the_others_go_on(string good, string bad, string words)
    {
        string[] lines = [.. ShippedLines().Take(3)];
        lines[0] = lines[0].Replace(good, bad);
        var path = Path.Combine(folder.FullName, "mine.jsonl");
        File.WriteAllLines(path, lines);
        var told = new List<BadRecord>();
        Assert.Equal(2, OctetDataset.Load(path, told.Add).Records.Count);
        Assert.Equal("mine.jsonl:1", Assert.Single(told).Origin);
        Assert.Contains(words, told[0].Reason);
        Assert.Contains("mine.jsonl:1", Assert.Throws<BadRecordException>(() => OctetDataset.Load(path)).Message);
    }

    private static object Numbers(OctetRecord record) =>
        (record.Id, record.Compound, record.Prototype, record.LatticeConstant, record.Energy, record.Gap, record.DirectGap,
            (record.Pressure, record.IrreducibleKPoints, record.CoreSeconds));

    private static IEnumerable<string> ShippedLines()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(OctetDataset.ShippedPath), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
