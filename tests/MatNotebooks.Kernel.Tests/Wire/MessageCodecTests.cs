using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Tests.Wire;

public sealed class MessageCodecTests
{
    private readonly MessageCodec codec = new("secret", TimeProvider.System);

    [Fact]
    public void What_one_side_says_the_other_hears()
    {
        var sent = Frames("hello");
        var heard = codec.Decode(JupyterChannel.Shell, sent);
        Assert.Equal(("hello_request", "hello"), (heard.Header.Type, heard.Content.Text("words")));
        Assert.Equal([[7]], heard.Identities);
        Assert.Equal([[1, 2]], heard.Buffers);
        var answer = codec.Encode(new OutgoingMessage("hello_reply", [], heard.Header));
        Assert.Equal(heard.Header.Utf8, answer[3]);
    }

    [Fact]
    public void The_signature_is_that_of_any_other_client()
    {
        var frames = Frames("x");
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHMAC(System.Security.Cryptography.HashAlgorithmName.SHA256, "secret"u8);
        foreach (var part in frames[3..7])
            hash.AppendData(part);
        Assert.Equal(Convert.ToHexStringLower(hash.GetHashAndReset()), System.Text.Encoding.ASCII.GetString(frames[2]));
    }

    [Fact]
    public void A_changed_part_a_missing_signature_and_a_repetition_are_refused()
    {
        var changed = Frames("a");
        changed[6] = "{\"words\":\"b\"}"u8.ToArray();
        Assert.Contains("signature", Refusal(codec, changed), StringComparison.Ordinal);
        var unsigned = Frames("a");
        unsigned[2] = [];
        Assert.Contains("signature", Refusal(codec, unsigned), StringComparison.Ordinal);
        var twice = Frames("a");
        codec.Decode(JupyterChannel.Shell, twice);
        Assert.Contains("sent before", Refusal(codec, twice), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_nothing_is_signed()
    {
        var open = new MessageCodec("", TimeProvider.System);
        var frames = open.Encode(new OutgoingMessage("a_request", [], null));
        Assert.Empty(frames[1]);
        Assert.Equal("a_request", open.Decode(JupyterChannel.Shell, frames).Header.Type);
        open.Decode(JupyterChannel.Shell, frames);
    }

    [Fact]
    public void Signatures_are_forgotten_in_their_order()
    {
        var seen = new SeenSignatures();
        Assert.True(seen.Add([1]));
        for (var i = 0; i < SeenSignatures.Limit; i++)
            Assert.True(seen.Add(System.Text.Encoding.ASCII.GetBytes($"s{i}")));
        Assert.True(seen.Add([1]));
        Assert.False(seen.Add(System.Text.Encoding.ASCII.GetBytes($"s{SeenSignatures.Limit - 1}")));
    }

    [Fact]
    public void Numbers_that_json_lacks_become_null_and_half_letters_a_sign()
    {
        var node = new JsonObject { ["a"] = double.NaN, ["b"] = new JsonArray(float.PositiveInfinity, 1.5), ["c"] = "\ud83d\ude00 \ud83d" };
        var read = JsonNode.Parse(WireJson.Write(node))!;
        Assert.Null(read["a"]);
        Assert.Null(read["b"]![0]);
        Assert.Equal("\ud83d\ude00 \ufffd", (string?)read["c"]);
    }

    private static string Refusal(MessageCodec codec, byte[][] frames) =>
        Assert.Throws<WireException>(() => codec.Decode(JupyterChannel.Shell, frames)).Message;

    private byte[][] Frames(string words) =>
        codec.Encode(new OutgoingMessage("hello_request", new JsonObject { ["words"] = words }, null) { Identities = [[7]], Buffers = [[1, 2]] });
}
