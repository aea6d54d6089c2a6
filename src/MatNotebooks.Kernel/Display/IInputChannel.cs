namespace MatNotebooks.Kernel.Display;

/// <summary>A channel with somebody at its end who can answer.</summary>
internal interface IInputChannel
{
    /// <summary>Asks for a line of text and waits for it.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="hidden">Whether the text is a secret, not to be shown while typed.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The client takes no questions.</exception>
    string Ask(string prompt, bool hidden, CancellationToken cancellation);
}
