using Microsoft.DotNet.Interactive;

namespace MatNotebooks.Kernel.Display;

/// <summary>What every cell may call without a prefix.</summary>
public static class CellFunctions
{
    /// <summary>Cancelled when the running cell is interrupted or its time is up; hand it to long loops.</summary>
    public static CancellationToken Interrupted => RunningCell.Current?.Cancellation ?? CancellationToken.None;

    /// <summary>Shows a value now, in the richest form it has; outside a notebook, its text on standard output.</summary>
    /// <param name="value">Anything: a figure, a sequence of records (as a table), a number, null.</param>
    /// <returns>A handle whose <see cref="DisplayedValue.Update"/> replaces what is shown.</returns>
#pragma warning disable IDE1006 // the name notebook authors know
    public static DisplayedValue display(object? value)
#pragma warning restore IDE1006
    {
        var id = RunningCell.Current?.NextDisplayId() ?? "";
        Channel.Send(new DisplayMessage.Data(ValueFormatter.ToBundle(value), id));
        return new DisplayedValue(id, Channel);
    }

    /// <summary>Shows a value now; the same as <see cref="display(object?)"/>, for the end of a chain of calls.</summary>
    /// <param name="value">Anything.</param>
    /// <returns>A handle that can replace what is shown.</returns>
    public static DisplayedValue Display(this object? value) => display(value);

    /// <summary>Takes away what this cell has shown so far.</summary>
    /// <param name="wait">True keeps the old outputs until the next one arrives, which avoids flicker. The default is false.</param>
    public static void ClearOutput(bool wait = false) => Channel.Send(new DisplayMessage.Clear(wait));

    /// <summary>Asks the user for a line of text and waits for it.</summary>
    /// <param name="prompt">What to ask, as "Path of the CIF: ".</param>
    /// <returns>The text, without the line's end.</returns>
    /// <exception cref="InvalidOperationException">Nobody is there to ask, as when a notebook is executed by a program.</exception>
    public static string Input(string prompt = "") => Ask(prompt, hidden: false);

    /// <summary>Asks the user for a secret, which is not shown while it is typed, and waits for it.</summary>
    /// <param name="prompt">What to ask, as "Key of the Materials Project: ".</param>
    /// <returns>The text, without the line's end.</returns>
    /// <exception cref="InvalidOperationException">Nobody is there to ask, as when a notebook is executed by a program.</exception>
    public static string Password(string prompt = "") => Ask(prompt, hidden: true);

    private static string Ask(string prompt, bool hidden)
    {
        if (RunningCell.Current is { Channel: IInputChannel user } cell)
            return user.Ask(prompt, hidden, cell.Cancellation);
        ConsoleRouting.Outside.Write(prompt);
        return Console.In.ReadLine() ?? throw new InvalidOperationException($"Nobody answers \"{prompt}\": standard input has ended.");
    }

    private static IDisplayChannel Channel => RunningCell.Current?.Channel ?? ConsoleChannel.Instance;
}
