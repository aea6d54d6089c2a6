using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Wire;

/// <summary>
/// Messages to frames and back (jupyter-client, "Messaging in Jupyter", The wire protocol): identities, a delimiter, the
/// signature, then header, parent header, metadata and content as JSON, then raw buffers.
/// </summary>
internal sealed class MessageCodec(string key, TimeProvider clock)
{
    /// <summary>The version of the protocol that is spoken.</summary>
    public const string ProtocolVersion = "5.5";

    private const int SignedFrames = 4;
    private const string Unsigned = "its signature is missing or wrong, so it does not come from a client that has read the connection file";
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();

    private readonly byte[] key = Encoding.UTF8.GetBytes(key);
    private readonly string session = Guid.NewGuid().ToString();
    private readonly SeenSignatures seen = new();
    private long sent;

    /// <exception cref="WireException">The message is refused; the exception says why.</exception>
    public IncomingMessage Decode(JupyterChannel channel, byte[][] frames)
    {
        var at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0)
            throw new WireException("it has no delimiter <IDS|MSG>");
        if (frames.Length < at + 2 + SignedFrames)
            throw new WireException($"it has {frames.Length - at - 1} parts after the delimiter; there are at least 5");
        var signed = frames.AsSpan(at + 2, SignedFrames);
        Check(frames[at + 1], signed);
        var header = MessageHeader.Read(signed[0]);
        return new IncomingMessage(channel, frames[..at], header, WireJson.ReadObject(signed[3], "content"))
        {
            Metadata = WireJson.ReadObject(signed[2], "metadata"),
            Buffers = frames[(at + 2 + SignedFrames)..],
        };
    }

    /// <summary>The frames of a message; its own header is made here.</summary>
    public byte[][] Encode(OutgoingMessage message)
    {
        byte[][] parts = [WireJson.Write(Header(message.Type)), message.Parent?.Utf8 ?? "{}"u8.ToArray(), WireJson.Write(message.Metadata), WireJson.Write(message.Content)];
        return [.. message.Identities, Delimiter, Sign(parts), .. parts, .. message.Buffers];
    }

    private JsonObject Header(string type) => new()
    {
        ["msg_id"] = string.Create(CultureInfo.InvariantCulture, $"{session}_{Interlocked.Increment(ref sent)}"),
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["msg_type"] = type,
        ["version"] = ProtocolVersion,
    };

    private void Check(byte[] signature, ReadOnlySpan<byte[]> parts)
    {
        if (key.Length == 0)
            return;
        if (!CryptographicOperations.FixedTimeEquals(signature, Sign(parts)))
            throw new WireException(Unsigned);
        if (!seen.Add(signature))
            throw new WireException("it was sent before: somebody repeats messages");
    }

    private byte[] Sign(ReadOnlySpan<byte[]> parts)
    {
        if (key.Length == 0)
            return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts)
            hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
