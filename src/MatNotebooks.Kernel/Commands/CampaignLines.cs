using System.Globalization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Commands;

/// <summary>Writes a line for each finished task: how far, which, what it gave, how long it still takes.</summary>
/// <remarks>Progress&lt;T&gt; would report through the thread pool, out of order.</remarks>
internal sealed class CampaignLines : IProgress<CampaignProgress>
{
    public void Report(CampaignProgress value)
    {
        var what = value.Outcome.Result is { } result
            ? string.Create(CultureInfo.InvariantCulture, $"{result.Energy,12:F6} eV{result.CoreSeconds,7:F1} s")
            : $"{value.Outcome.Failure!.Kind}: {value.Outcome.Failure.Message}";
        Line($"{value.Done,4} of {value.Done + value.Remaining,-4} {value.Id,-34}{what}   {Spoken(value.TimeLeft)} left");
    }

    /// <summary>Writes a line past the cells.</summary>
    public static void Line(FormattableString text) => ConsoleRouting.Outside.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>A time in seconds or minutes.</summary>
    public static string Spoken(TimeSpan time) => time.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:F0} min");
}
