namespace MatNotebooks.Kernel.Display;

/// <summary>Where the outputs of a cell go: the saved notebook, the terminal, a Jupyter client.</summary>
internal interface IDisplayChannel
{
    /// <summary>Takes one message; called from any thread, in the order things happened on that thread.</summary>
    void Send(DisplayMessage message);
}
