using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Wire;

/// <summary>A message of the kernel.</summary>
/// <param name="Type">Such as <c>stream</c>.</param>
/// <param name="Content">What it says.</param>
/// <param name="Parent">The request it belongs to; null for none.</param>
internal sealed record OutgoingMessage(string Type, JsonObject Content, MessageHeader? Parent)
{
    /// <summary>The way to one client; empty on IOPub, where all listen.</summary>
    public byte[][] Identities { get; init; } = [];

    public JsonObject Metadata { get; init; } = [];

    public byte[][] Buffers { get; init; } = [];
}
