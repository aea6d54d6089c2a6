using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Display;

/// <summary>A channel to a client that speaks comms.</summary>
internal interface ICommChannel
{
    /// <summary>The comms of this kernel.</summary>
    CommTable Comms { get; }

    /// <summary>Sends a message of a comm.</summary>
    void SendComm(string type, JsonObject content);
}
