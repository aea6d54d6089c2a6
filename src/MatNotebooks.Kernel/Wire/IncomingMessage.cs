using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Wire;

/// <summary>A message of a client whose signature is right.</summary>
/// <param name="Channel">The socket it came by.</param>
/// <param name="Identities">The way back to the client.</param>
/// <param name="Header">Who sent it, and which it is.</param>
/// <param name="Content">What it says.</param>
internal sealed record IncomingMessage(JupyterChannel Channel, byte[][] Identities, MessageHeader Header, JsonObject Content)
{
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Raw bytes beside the content, as widgets send them.</summary>
    public byte[][] Buffers { get; init; } = [];
}
