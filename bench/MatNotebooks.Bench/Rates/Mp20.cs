using System.IO.Compression;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;

namespace MatNotebooks.Bench.Rates;

/// <summary>The crystals of mp20_partial, and a sample of them that a slower peer runs on.</summary>
internal sealed class Mp20
{
    private const string Data = "mp20_partial/mp20_partial.jsonl.gz";
    private readonly string path = DataFolders.ExternalFile(Data);

    /// <param name="sample">How many crystals the sample holds, roughly.</param>
    public Mp20(int sample)
    {
        Crystals = [.. StructureRecords.Read(path).Select(record => record.Crystal)];
        Stride = Math.Max(1, Crystals.Length / sample);
    }

    /// <summary>All of them.</summary>
    public Crystal[] Crystals { get; }

    /// <summary>Every how many-th is in the sample.</summary>
    public int Stride { get; }

    /// <summary>The sample.</summary>
    public Crystal[] Sample => [.. Crystals.Where((_, index) => index % Stride == 0)];

    /// <summary>The sample as it stands in the file: records in JSON.</summary>
    public IEnumerable<string> SampleLines()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        for (var index = 0; reader.ReadLine() is { } line; index++)
            if (index % Stride == 0) yield return line;
    }
}
