namespace MatNotebooks.Kernel.Display;

/// <summary>Shows values outside a notebook, as in a program exported from one: their text, on standard output.</summary>
internal sealed class ConsoleChannel : IDisplayChannel
{
    public static ConsoleChannel Instance { get; } = new();

    public void Send(DisplayMessage message)
    {
        if (message switch { DisplayMessage.Data data => data.Bundle, DisplayMessage.Update update => update.Bundle, _ => null } is { } bundle)
            ConsoleRouting.Outside.WriteLine(bundle.PlainText);
    }
}
