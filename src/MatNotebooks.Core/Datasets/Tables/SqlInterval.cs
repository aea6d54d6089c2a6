namespace MatNotebooks.Datasets.Tables;

/// <summary>SQL's INTERVAL, whose parts are kept apart because months and days have no fixed length.</summary>
/// <param name="Months">Whole months.</param>
/// <param name="Days">Whole days.</param>
/// <param name="Time">The rest | microseconds resolved.</param>
public readonly record struct SqlInterval(int Months, int Days, TimeSpan Time)
{
    /// <summary>"14 months 3 days 04:05:06".</summary>
    public override string ToString()
    {
        string[] parts = [Part(Months, "month"), Part(Days, "day"), Time == TimeSpan.Zero ? "" : Time.ToString()];
        return string.Join(' ', parts.Where(part => part.Length > 0)) is { Length: > 0 } text ? text : "0 days";
    }

    private static string Part(int number, string what) => number == 0 ? "" : $"{number} {what}{(Math.Abs(number) == 1 ? "" : "s")}";
}
