using MatNotebooks.Simulation;

namespace MatNotebooks.Core.Tests.Simulation;

public sealed class CampaignLedgerTests : IDisposable
{
    private static readonly LedgerEntry Good = new("octet-MgO-rocksalt-4.1764", "ab", new(-12, 4, 4.5, 1, 16, 3, "22.8.0"), null);
    private static readonly LedgerEntry Bad = new("octet-MgO-rocksalt-4.3056", "cd", null, new(FailureKind.NotConverged, "no \"end\"\nin sight"));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ledger-");

    private string LedgerPath => Path.Combine(folder.FullName, "new", "ledger.jsonl");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Entries_are_there_at_the_next_opening()
    {
        using (var ledger = CampaignLedger.Open(LedgerPath))
        {
            ledger.Append(Good);
            ledger.Append(Bad);
        }
        Assert.Equal(2, File.ReadAllLines(LedgerPath).Length);
        using var again = CampaignLedger.Open(LedgerPath);
        Assert.Equal([Good, Bad], again.Entries);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void A_last_line_cut_short_is_dropped_and_written_over(int bytesCut)
    {
        using (var ledger = CampaignLedger.Open(LedgerPath))
        {
            ledger.Append(Good);
            ledger.Append(Bad);
        }
        using (var file = File.OpenWrite(LedgerPath)) file.SetLength(file.Length - bytesCut);
        using (var ledger = CampaignLedger.Open(LedgerPath))
        {
            Assert.Equal([Good], ledger.Entries);
            ledger.Append(Bad);
        }
        using var again = CampaignLedger.Open(LedgerPath);
        Assert.Equal([Good, Bad], again.Entries);
    }

    [Fact]
    public void A_line_that_is_not_an_entry_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LedgerPath)!);
        File.WriteAllText(LedgerPath, "null\n");
        Assert.Contains("ledger.jsonl, line 1", Assert.Throws<InvalidDataException>(() => CampaignLedger.Open(LedgerPath)).Message);
        File.WriteAllText(LedgerPath, "hello\n");
        Assert.Contains("ledger.jsonl, line 1", Assert.Throws<InvalidDataException>(() => CampaignLedger.Open(LedgerPath)).Message);
    }

    [Fact]
    public void Only_one_holds_a_ledger_at_a_time()
    {
        using (CampaignLedger.Open(LedgerPath))
            Assert.Throws<IOException>(() => CampaignLedger.Open(LedgerPath));
        CampaignLedger.Open(LedgerPath).Dispose();
    }

    [Fact]
    public void Many_threads_may_append()
    {
        using (var ledger = CampaignLedger.Open(LedgerPath))
            Parallel.For(0, 100, i => ledger.Append(Good with { Id = $"{i}" }));
        using var again = CampaignLedger.Open(LedgerPath);
        Assert.Equal(Enumerable.Range(0, 100), again.Entries.Select(entry => int.Parse(entry.Id)).Order());
    }
}
