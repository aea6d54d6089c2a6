using System.Globalization;
using MatNotebooks.Training;
using Spectre.Console;

namespace MatNotebooks.Kernel.Commands.Learning;

/// <summary>Trainings in the terminal: a bar for each network, with its error and the time left.</summary>
internal sealed class TrainingBar(ProgressContext bars) : IProgress<TrainingProgress>
{
    private readonly Dictionary<string, ProgressTask> tasks = [];

    /// <summary>Shows bars while the work goes on.</summary>
    public static T During<T>(Func<IProgress<TrainingProgress>, T> work)
    {
        T result = default!;
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(bars => result = work(new TrainingBar(bars)));
        return result;
    }

    public void Report(TrainingProgress value)
    {
        if (!tasks.TryGetValue(value.Name, out var task)) tasks[value.Name] = task = bars.AddTask(value.Name, maxValue: value.Epochs);
        if (value.Notice is { } notice) AnsiConsole.MarkupLineInterpolated($"[yellow]{value.Name}: {notice}[/]");
        task.Value = value.Epoch.Number;
        task.Description = Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{value.Name}: epoch {value.Epoch.Number}, validation error {value.Epoch.ValidationError:G3}"));
    }
}
