using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Wire;

namespace MatNotebooks.Kernel.Requests;

/// <summary>Answers one kind of message.</summary>
internal interface IRequestHandler
{
    /// <summary>The kind, such as <c>execute_request</c>.</summary>
    string Type { get; }

    /// <summary>Does what is asked; every output is sent before it returns.</summary>
    /// <returns>The content of the reply; null for a message that gets none.</returns>
    Task<JsonObject?> HandleAsync(IncomingMessage request);
}
