using System.Diagnostics;
using MatNotebooks.Training;
using Spectre.Console;

namespace MatNotebooks.Bench.Training;

/// <summary>Says now and then how far many trainings are together, and how long they will take.</summary>
internal sealed class TrainingTicker(string name, int epochsInAll) : IProgress<TrainingProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly Lock turn = new();
    private readonly long began = Stopwatch.GetTimestamp();
    private TimeSpan said = TimeSpan.Zero;
    private int epochs;

    public void Report(TrainingProgress value)
    {
        lock (turn)
        {
            epochs++;
            var elapsed = Stopwatch.GetElapsedTime(began);
            if (elapsed - said < Pause) return;
            said = elapsed;
            var left = elapsed / epochs * (epochsInAll - epochs);
            AnsiConsole.MarkupLineInterpolated($"{name,-12} {100.0 * epochs / epochsInAll,3:f0} %  {elapsed:h\\:mm\\:ss} gone, {left:h\\:mm\\:ss} left");
        }
    }
}
