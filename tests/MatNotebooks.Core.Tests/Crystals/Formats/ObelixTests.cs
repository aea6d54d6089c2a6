using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Tests;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

/// <summary>321 published CIFs of lithium conductors, 249 of them disordered, against pymatgen's expansion of the same files.</summary>
public class ObelixTests
{
    [SharedDataFact("obelix/all_cifs.tar.gz")]
    public void Every_cif_has_the_sites_and_occupancies_that_pymatgen_finds()
    {
        var expected = ReadExpected();
        var compared = 0;
        foreach (var (id, text) in ReadTexts())
        {
            var crystal = Cif.Parse(text, id);
            Assert.True(expected.TryGetValue(id, out var sites), $"{id} is not in obelix_structures.jsonl.gz");
            Assert.True(sites.Count == crystal.Sites.Length, $"{id}: {crystal.Sites.Length} sites, pymatgen {sites.Count}");
            foreach (var (symbol, amount) in sites.Amounts)
                Assert.Equal(amount, crystal.Composition[symbol], 1e-2);
            compared++;
        }
        Assert.Equal(321, compared);
    }

    private static Dictionary<string, (int Count, Dictionary<string, double> Amounts)> ReadExpected()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(SharedData.PathOf("obelix/obelix_structures.jsonl.gz")), CompressionMode.Decompress));
        var expected = new Dictionary<string, (int, Dictionary<string, double>)>();
        while (reader.ReadLine() is { } line)
        {
            using var record = JsonDocument.Parse(line);
            var sites = record.RootElement.GetProperty("sites").EnumerateArray().ToArray();
            var amounts = sites.SelectMany(site => site.GetProperty("occ").EnumerateObject())
                .GroupBy(share => share.Name).ToDictionary(shares => shares.Key, shares => shares.Sum(share => share.Value.GetDouble()));
            expected[record.RootElement.GetProperty("id").GetString()!] = (sites.Length, amounts);
        }
        return expected;
    }

    private static IEnumerable<(string Id, string Text)> ReadTexts()
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(SharedData.PathOf("obelix/all_cifs.tar.gz")), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
            if (entry.Name.EndsWith(".cif", StringComparison.Ordinal) && entry.DataStream is { } stream)
                yield return (Path.GetFileNameWithoutExtension(entry.Name), new StreamReader(stream).ReadToEnd());
    }
}
