using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Datasets;

namespace MatNotebooks.Core.Tests.Datasets;

/// <summary>The quick reader beside the careful one: what it reads is the same, and what it leaves is unusual or wrong.</summary>
public sealed class RecordReaderTests
{
    private const string Salt =
        """{"id":"salt","lat":[4.1,4,4,60.5,60,60],"sp":["Na","Cl"],"n":[1,2],"xyz":[0,0,0.25,0.5,-0.5,0.5,0.7,0.1,1e-1],"e":-3.5,"gap":null,"phase":"rock\u0073alt","tags":["a",{"b":1}],"note":"é"}""";

    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261121, 297);
    private static readonly string[] Words = ["NaN", "null", "[", "]", "{", "}", "\"", ",", ":", "1e999", "-", "\\", "\"id\":\"x\",", "\"e\":1,", "0", "Xx", "é", "\r", "\0", "[]", "\"lat\":[4,4,4,90,90,90],"];

    [Fact]
    public void A_usual_line_is_read_quickly_and_says_the_same()
    {
        var quick = new RecordReader().TryRead(Encoding.UTF8.GetBytes(Salt), "here:1");
        Assert.NotNull(quick);
        AssertEqual(RecordLine.Parse(Salt), quick);
        Assert.Equal("here:1", quick.Origin);
        Assert.Equal(["e", "gap", "phase", "tags", "note"], quick.Values.Keys);
        Assert.Equal(("rocksalt", "é", -3.5), (quick.Text("phase"), quick.Text("note"), quick.Number("e")));
    }

    [Theory]
    [InlineData("\"id\":\"salt\"", "\"id\":17")]
    [InlineData("\"e\":-3.5,\"gap\":null,\"phase\":\"rock\\u0073alt\",\"tags\":[\"a\",{\"b\":1}],\"note\":\"é\"", "\"e\":1")]
    [InlineData(",\"e\":-3.5,\"gap\":null,\"phase\":\"rock\\u0073alt\",\"tags\":[\"a\",{\"b\":1}],\"note\":\"é\"", "")]
    [InlineData("[\"Na\",\"Cl\"],\"n\":[1,2]", "[\"Na\",\"Cl\",\"Na\"],\"n\":[1,1,1]")]
    public void Other_usual_lines_are_read_too(string from, string to)
    {
        var line = Salt.Replace(from, to);
        Assert.NotEqual(Salt, line);
        var quick = new RecordReader().TryRead(Encoding.UTF8.GetBytes(line), "here:1");
        Assert.NotNull(quick);
        AssertEqual(RecordLine.Parse(line), quick);
    }

    [Fact]
    public void Mutated_lines_are_left_or_read_alike() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).Select(Mutant).ToArbitrary(), line =>
    {
        if (new RecordReader().TryRead(line, "here:1") is { } quick) AssertEqual(RecordLine.Parse(Encoding.UTF8.GetString(line)), quick);
    }).Check(Seeded.WithMaxTest(5000));

    [Fact]
    public void Random_bytes_are_left() => Prop.ForAll(ArbMap.Default.GeneratorFor<byte[]>().ToArbitrary(), line => new RecordReader().TryRead(line, "here:1") is null).Check(Seeded.WithMaxTest(500));

    [Fact]
    public void Lines_longer_than_a_block_and_line_ends_of_both_kinds_are_read()
    {
        var path = Path.GetTempFileName() + ".jsonl";
        try
        {
            var wide = Salt.Replace("\"note\":\"é\"", $"\"note\":\"{new string('x', 700_000)}\"");
            File.WriteAllText(path, "\ufeff" + string.Join("\r\n", Enumerable.Repeat(Salt, 2000)) + "\n\n" + wide + "\n" + Salt);
            var records = StructureRecords.Read(path).ToArray();
            Assert.Equal(2002, records.Length);
            Assert.Equal($"{Path.GetFileName(path)}:2002", records[2000].Origin);
            Assert.Equal(700_000, records[2000].Text("note")!.Length);
            Assert.Equal($"{Path.GetFileName(path)}:2003", records[2001].Origin);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Mutant(int seed)
    {
        var random = new Random(seed);
        var text = Salt;
        for (var change = random.Next(1, 3); change > 0; change--)
        {
            var start = random.Next(text.Length);
            var end = Math.Min(text.Length, start + random.Next(1, 12));
            text = random.Next(4) switch
            {
                0 => text[..start] + Words[random.Next(Words.Length)] + text[start..],
                1 => text[..start] + text[end..],
                2 => text[..start] + (char)random.Next(32, 127) + text[(start + 1)..],
                _ => text[..start] + text[start..end] + text[start..],
            };
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        if (random.Next(10) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static void AssertEqual(StructureRecord careful, StructureRecord quick)
    {
        Assert.Equal(careful.Id, quick.Id);
        Assert.Equal(careful.Crystal, quick.Crystal);
        Assert.Equal(careful.Values.Select(value => (value.Key, value.Value.GetRawText())), quick.Values.Select(value => (value.Key, value.Value.GetRawText())));
    }
}
