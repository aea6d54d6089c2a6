using MatNotebooks.Datasets.Downloads;
using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Commands;

/// <summary>One line in the terminal that says how far something is, and lines that stay. Where nobody watches, only those that stay.</summary>
internal sealed class TransferLine : IProgress<DownloadProgress>
{
    private readonly bool isWatched = !Console.IsErrorRedirected;
    private int shown;

    public void Report(DownloadProgress value) => Show(value.ToString());

    /// <summary>Replaces the line.</summary>
    public void Show(string text)
    {
        if (!isWatched)
            return;
        ConsoleRouting.OutsideError.Write($"\r{text.PadRight(shown)}");
        shown = text.Length;
    }

    /// <summary>Writes a line that stays.</summary>
    public void Say(string text)
    {
        if (shown > 0)
            ConsoleRouting.OutsideError.Write($"\r{new string(' ', shown)}\r");
        shown = 0;
        ConsoleRouting.Outside.WriteLine(text);
    }
}
