using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>Sends everything to both.</summary>
internal sealed class ChannelPair(IDisplayChannel first, IDisplayChannel second) : IDisplayChannel
{
    public void Send(DisplayMessage message)
    {
        first.Send(message);
        second.Send(message);
    }
}
