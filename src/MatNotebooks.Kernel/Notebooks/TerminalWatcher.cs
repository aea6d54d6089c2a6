using System.Diagnostics;
using System.Globalization;
using MatNotebooks.Kernel.Cells;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Kernel.Notebooks.Format;
using Spectre.Console;

namespace MatNotebooks.Kernel.Notebooks;

/// <summary>Shows a run in the terminal: which cell, what it prints, figures by their words, and the failing cell in full.</summary>
internal sealed class TerminalWatcher(IAnsiConsole console) : IRunWatcher, IDisplayChannel
{
    private const int TitleWidth = 72;
    private const int LongestText = 2000;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private readonly Lock gate = new();
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private TimeSpan repeated;
    private string? changing; // the display the cursor still stands on
    private bool lineOpen;

    public IDisplayChannel Start(NotebookCell cell, int number, int count)
    {
        lock (gate)
        {
            CloseLine();
            repeated = watch.Elapsed;
            var title = cell.Source.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";
            title = title.Length > TitleWidth ? title[..TitleWidth] + "…" : title;
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[blue]cell {number}/{count}[/]  [grey]{title}[/]");
        }
        return this;
    }

    public void End(CellOutcome outcome)
    {
        lock (gate)
        {
            CloseLine();
            var seconds = outcome.Elapsed.TotalSeconds;
            if (!outcome.Succeeded)
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [red]failed after {seconds:F1} s[/]");
            else if (seconds >= 1)
                console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [green]done[/] [grey]in {seconds:F1} s[/]");
        }
    }

    public void Send(DisplayMessage message)
    {
        lock (gate)
            Show(message);
    }

    private void Show(DisplayMessage message)
    {
        switch (message)
        {
            case DisplayMessage.Text text:
                if (changing is not null)
                    CloseLine();
                console.Write(new Text(text.Content, text.Stream == StandardStream.Error ? new Style(Color.Yellow) : Style.Plain));
                lineOpen = !text.Content.EndsWith('\n');
                break;
            case DisplayMessage.Data data:
                CloseLine();
                ShowBundle(data.Bundle, data.Id);
                break;
            case DisplayMessage.Update update:
                ShowUpdate(update);
                break;
            case DisplayMessage.Result result:
                CloseLine();
                ShowBundle(result.Bundle, null);
                break;
            case DisplayMessage.Failure failure:
                CloseLine();
                console.WriteLine(string.Join('\n', failure.Error.Traceback), new Style(Color.Red));
                break;
        }
    }

    private void ShowBundle(MimeBundle bundle, string? id)
    {
        var text = bundle.PlainText.TrimEnd();
        if (text.Length == 0)
            return;
        if (text.Length > LongestText)
            text = text[..LongestText] + " …";
        var single = id is not null && !text.Contains('\n', StringComparison.Ordinal) && console.Profile.Capabilities.Ansi;
        if (single && text.Length >= console.Profile.Width)
            text = text[..(console.Profile.Width - 2)] + "…"; // what wraps cannot be written over
        console.Write(new Text(text));
        (lineOpen, changing) = (true, single ? id : null);
        if (!single)
            CloseLine();
    }

    // In place while the line is the last one written; elsewhere now and then, for an update would repeat itself down the screen.
    private void ShowUpdate(DisplayMessage.Update update)
    {
        if (changing != update.Id)
        {
            if (watch.Elapsed - repeated < Pause)
                return;
            repeated = watch.Elapsed;
            CloseLine();
            ShowBundle(update.Bundle, null);
            return;
        }
        console.Write(new ControlCode("\r\u001b[2K"));
        ShowBundle(update.Bundle, update.Id);
    }

    private void CloseLine()
    {
        if (lineOpen)
            console.WriteLine();
        (lineOpen, changing) = (false, null);
    }
}
