using System.Text.Json.Nodes;

namespace MatNotebooks.Models;

/// <summary>The shape of an <see cref="EvidentialModel"/>: that of the network inside.</summary>
internal sealed record EvidentialOptions(JsonObject Network);
