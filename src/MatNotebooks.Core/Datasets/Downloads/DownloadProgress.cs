using System.Globalization;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>How far a download is.</summary>
/// <param name="File">The file, or the web service, that is read.</param>
/// <param name="Done">What is here | bytes, or rows of a web service.</param>
/// <param name="Total">What there is, in the same unit; null where the server does not say.</param>
/// <param name="Rate">How fast it comes now | the same unit per second; 0 before anything came.</param>
/// <param name="Unit">"bytes" or "rows".</param>
public sealed record DownloadProgress(string File, long Done, long? Total, double Rate, string Unit = "bytes")
{
    private const double Mega = 1e6;

    /// <summary>Which part is here, 0 to 1; null where the server does not say how much there is.</summary>
    public double? Fraction => Total > 0 ? Math.Min(1, (double)Done / Total.Value) : null;

    /// <summary>How long it still takes at this rate; null where that cannot be said.</summary>
    public TimeSpan? Remaining => Total is { } total && Rate > 0 ? TimeSpan.FromSeconds(Math.Min((total - Done) / Rate, TimeSpan.FromDays(99).TotalSeconds)) : null;

    /// <summary>One line, such as "jdft_3d.json.zip: 12.5 of 38.1 MB, 2.1 MB/s, 12 s left".</summary>
    public override string ToString()
    {
        var (scale, unit) = Unit == "bytes" ? (Mega, "MB") : (1, Unit);
        var format = Unit == "bytes" ? "F1" : "F0";
        var done = (Done / scale).ToString(format, CultureInfo.InvariantCulture);
        var total = Total is { } all ? $" of {(all / scale).ToString(format, CultureInfo.InvariantCulture)}" : "";
        var rate = Rate > 0 ? string.Create(CultureInfo.InvariantCulture, $", {(Rate / scale).ToString("F1", CultureInfo.InvariantCulture)} {unit}/s") : "";
        var left = Remaining is { } time ? $", {Spoken(time)} left" : "";
        return $"{File}: {done}{total} {unit}{rate}{left}";
    }

    private static string Spoken(TimeSpan time) => time.TotalSeconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:F0} min");
}
