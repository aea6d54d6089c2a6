using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Wire;

/// <summary>Who sent a message, and which it is.</summary>
/// <param name="Id">Its own id.</param>
/// <param name="Type">Such as <c>execute_request</c>.</param>
/// <param name="Subshell">The subshell it is for (JEP 91); null for the kernel's main shell.</param>
/// <param name="Utf8">As it came, to be sent back as the parent of every answer.</param>
internal sealed record MessageHeader(string Id, string Type, string? Subshell, byte[] Utf8)
{
    /// <exception cref="WireException">It lacks an entry.</exception>
    public static MessageHeader Read(byte[] utf8)
    {
        var json = WireJson.ReadObject(utf8, "header");
        try
        {
            return new MessageHeader(json.Text("msg_id"), json.Text("msg_type"), json.TextOrNull("subshell_id"), utf8);
        }
        catch (BadContentException wrong)
        {
            throw new WireException("its header is wrong: " + wrong.Message);
        }
    }
}
