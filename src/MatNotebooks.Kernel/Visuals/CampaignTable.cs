using System.Globalization;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Visuals;

/// <summary>How a campaign stands: its tasks by state, its rate, the time left, its cost, and the last failures with their reasons.</summary>
/// <param name="Title">What the campaign is called, such as the name of its ledger.</param>
/// <param name="Status">Tasks by state, and cost.</param>
public sealed record CampaignTable(string Title, CampaignStatus Status) : IRichDisplay
{
    /// <summary>Failures that are shown; the ledger has all.</summary>
    private const int MostFailures = 5;

    /// <summary>Tasks that end a second | 1/s; null, the default, where that is not known.</summary>
    public double? Rate { get; init; }

    /// <summary>The last failures, the latest first. The default is none.</summary>
    public IReadOnlyList<LedgerEntry> Failures { get; init; } = [];

    /// <summary>Time to the end at this rate; null where that is not known, or nothing is left.</summary>
    public TimeSpan? TimeLeft => Rate is { } rate && Open > 0 ? TimeSpan.FromSeconds(Math.Min(Open / rate, 1e9)) : null;

    private int Open => Status.Planned + Status.Running;

    /// <summary>The table of a ledger as it stands now; of a campaign in another process too.</summary>
    /// <exception cref="IOException">The ledger cannot be read.</exception>
    public static CampaignTable Of(CampaignLedger ledger) =>
        new(Path.GetFileName(ledger.FilePath), ledger.Status()) { Rate = ledger.Rate(), Failures = ledger.Failures(MostFailures) };

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => MimeBundle.OfText(Words()).With("text/html", CampaignHtml.Of(this, Figures()));

    /// <summary>Rate, time left and cost, with their units.</summary>
    private string Figures() => string.Join(
        " · ",
        new[]
        {
            Rate is { } rate ? Text($"{rate * 60:0.##} tasks/min") : null,
            TimeLeft is { } left ? $"{Spoken(left)} left" : null,
            Text($"{Status.CoreSeconds:N0} core-seconds"),
            Status.Repeats == 0 ? null : Text($"{Status.Repeats:N0} repeats"),
        }.OfType<string>());

    private string Words()
    {
        var filled = Status.Total == 0 ? 0 : (int)(24L * Status.Done / Status.Total);
        return string.Join(
            '\n',
            [
                Text($"{Title}: {Status.Done:N0} of {Status.Total:N0} tasks done, {Status.Running:N0} running, {Status.Planned:N0} planned, {Status.Failed:N0} failed"),
                $"[{new string('█', filled)}{new string('░', 24 - filled)}] {Figures()}",
                .. Failures.Select(failed => Text($"failed: {failed.Name} (attempt {failed.Attempts}): {failed.Failure?.Kind}: {failed.Failure?.Message}")),
                .. Status.Failed > Failures.Count ? [Text($"and {Status.Failed - Failures.Count:N0} more failed")] : Array.Empty<string>(),
            ]);
    }

    private static string Spoken(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => Text($"{time.TotalSeconds:F0} s"),
        { TotalMinutes: < 90 } => Text($"{time.TotalMinutes:F0} min"),
        { TotalHours: < 48 } => Text($"{time.TotalHours:F1} h"),
        _ => Text($"{time.TotalDays:F1} days"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
