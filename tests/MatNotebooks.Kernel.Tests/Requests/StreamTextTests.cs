using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Requests;
using MatNotebooks.Kernel.Requests.Handlers;

namespace MatNotebooks.Kernel.Tests.Requests;

public sealed class StreamTextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matnb").FullName;
    private readonly List<(StandardStream Stream, string Text)> sent = [];
    private readonly StreamText text;

    public StreamTextTests() => text = new StreamText((stream, piece) => sent.Add((stream, piece)), () => new SpillFile(Path.Combine(folder, "all.txt")));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_follows_on_one_stream_is_one_piece_and_the_order_of_two_is_kept()
    {
        text.Append(StandardStream.Output, "a");
        text.Append(StandardStream.Output, "b");
        text.Append(StandardStream.Error, "c");
        text.Append(StandardStream.Output, "d");
        text.Flush(ended: true);
        Assert.Equal([(StandardStream.Output, "ab"), (StandardStream.Error, "c"), (StandardStream.Output, "d")], sent);
    }

    [Fact]
    public void Half_a_letter_waits_for_its_other_half()
    {
        text.Append(StandardStream.Output, "x\ud83d");
        text.Flush(ended: false);
        text.Append(StandardStream.Output, "\ude00");
        text.Flush(ended: true);
        Assert.Equal(["x", "\ud83d\ude00"], sent.Select(piece => piece.Text));
    }

    [Fact]
    public void Too_much_goes_to_a_file_with_all_that_came_before()
    {
        for (var i = 0; i < 30; i++)
            text.Append(StandardStream.Output, new string((char)('a' + i), StreamText.Limit / 10));
        text.Flush(ended: true);
        text.Dispose();
        var shown = string.Concat(sent.Select(piece => piece.Text));
        Assert.EndsWith($"\n[More than 1,000,000 characters were printed; all of them are in {folder}/all.txt]\n", shown, StringComparison.Ordinal);
        Assert.Equal(3 * StreamText.Limit, File.ReadAllText(Path.Combine(folder, "all.txt")).Length);
    }

    [Theory]
    [InlineData("a𝛼b", 0, 0)]
    [InlineData("a𝛼b", 1, 1)]
    [InlineData("a𝛼b", 2, 3)]
    [InlineData("a𝛼b", 3, 4)]
    public void Code_points_are_counted_as_the_protocol_counts(string code, int points, int offset)
    {
        Assert.Equal(offset, CursorOffset.ToUtf16(code, points));
        Assert.Equal(points, CursorOffset.ToCodePoints(code, offset));
        Assert.Equal(code.Length, CursorOffset.ToUtf16(code, 99));
    }
}
