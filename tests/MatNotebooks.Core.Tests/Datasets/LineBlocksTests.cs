using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Datasets;

namespace MatNotebooks.Core.Tests.Datasets;

public sealed class LineBlocksTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261121, 297).WithMaxTest(300);

    [Fact]
    public void Blocks_put_together_are_the_text_and_end_with_lines() => Prop.ForAll(
        Gen.Elements("", "a", "long line\n", "\n", "\r\n", "é", new string('x', 100)).ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            using var blocks = new LineBlocks(new MemoryStream(Encoding.UTF8.GetBytes(text)), size: 16);
            var (read, line) = ("", 1);
            while (blocks.Next() is { } block)
            {
                Assert.Equal(line, block.FirstLine);
                var part = Encoding.UTF8.GetString(block.Bytes);
                Assert.True(part.EndsWith('\n') || read.Length + part.Length == text.Length);
                (read, line) = (read + part, line + part.Count(character => character == '\n'));
                block.GiveBack();
            }
            Assert.Null(blocks.Problem);
            return read == text;
        }).Check(Seeded);

    [Fact]
    public void A_line_without_end_is_refused_and_what_stands_before_it_is_given()
    {
        using var blocks = new LineBlocks(new MemoryStream(Encoding.UTF8.GetBytes("first\n" + new string('x', 5000))), size: 16, longest: 1000);
        Assert.Equal("first\n", Encoding.UTF8.GetString(blocks.Next()!.Value.Bytes));
        Assert.Null(blocks.Next());
        Assert.Equal("the line is longer than 1000 bytes; write one record per line.", blocks.Problem);
        Assert.Equal(2, blocks.NextLine);
    }
}
