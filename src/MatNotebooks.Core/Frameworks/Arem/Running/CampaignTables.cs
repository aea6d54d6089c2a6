using System.Globalization;
using CsvHelper;
using MatNotebooks.Frameworks.Arem.Equilibria;
using MatNotebooks.Frameworks.Arem.Telemetry;

namespace MatNotebooks.Frameworks.Arem.Running;

/// <summary>A campaign that ran as two small tables: its tasks, and the course of its shares.</summary>
public static class CampaignTables
{
    private static readonly string[] TaskColumns = ["number", "layer", "worker", "where", "start_s", "end_s", "ending", "core_s", "staleness", "fine", "subject"];

    private static readonly string[] CourseColumns =
    [
        "time_s", "cores", "representation", "inference", "steering", "held_core_s", "used_core_s", "simulations", "budget", "labels", "hits", "failures", "models", "decisions", "decision_us", "note", "ended",
    ];

    /// <summary>Writes both.</summary>
    /// <param name="folder">Where: NAME.tasks.csv and NAME.course.csv.</param>
    /// <param name="name">NAME.</param>
    /// <param name="report">The campaign.</param>
    /// <param name="moments">How many moments of its course are kept at most, those with a note besides. The default is 300.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static void Write(string folder, string name, CampaignReport report, int moments = 300)
    {
        Directory.CreateDirectory(folder);
        using (var table = CsvWriter.Create(new StreamWriter(TasksOf(folder, name)) { NewLine = "\n" }))
        {
            table.WriteRecord(TaskColumns);
            foreach (var span in report.Spans)
                table.WriteRecord([
                    Text(span.Number), span.Layer.ToString().ToLowerInvariant(), Text(span.Worker), span.Where ?? "", Text(span.Start), Text(span.End), span.Ending.ToString().ToLowerInvariant(),
                    Text(span.CoreSeconds), span.Staleness is { } staleness ? Text(staleness) : "", span.IsFine ? "1" : "0", span.Subject,
                ]);
        }
        using var course = CsvWriter.Create(new StreamWriter(CourseOf(folder, name)) { NewLine = "\n" });
        course.WriteRecord(CourseColumns);
        var every = Math.Max(1, report.Course.Length / Math.Max(1, moments));
        foreach (var (place, moment) in report.Course.Index())
            if (place % every == 0 || place == report.Course.Length - 1 || moment.Note is not null)
                course.WriteRecord([
                    Text(moment.Time), Text(moment.Cores), .. moment.Shares.Select(share => Text(share)), Text(moment.Held), Text(moment.Used), Text(moment.Simulations), Text(moment.Budget),
                    Text(moment.Labels), Text(moment.Hits), Text(moment.Failures), Text(moment.Models), Text(moment.Decisions), Text(moment.DecisionMicroseconds), moment.Note ?? "", moment.Ended ?? "",
                ]);
    }

    /// <summary>Reads both.</summary>
    /// <param name="folder">Where they lie.</param>
    /// <param name="name">NAME.</param>
    /// <param name="policy">Who divided, for titles. The default is nobody named.</param>
    /// <exception cref="FileNotFoundException">They are not there.</exception>
    /// <exception cref="InvalidDataException">A row cannot be read; the message names file and row.</exception>
    public static CampaignReport Read(string folder, string name, string policy = "")
    {
        var spans = Rows(TasksOf(folder, name), row => new CampaignSpan(
            long.Parse(row["number"]), Enum.Parse<AremLayer>(row["layer"], ignoreCase: true), int.Parse(row["worker"]), Number(row["start_s"]), Number(row["end_s"]),
            Enum.Parse<TaskEnding>(row["ending"], ignoreCase: true), row["subject"])
        {
            CoreSeconds = Number(row["core_s"]), Where = row["where"] is { Length: > 0 } where ? where : null, Staleness = row["staleness"] is { Length: > 0 } stale ? Number(stale) : null, IsFine = row["fine"] == "1",
        });
        var course = Rows(CourseOf(folder, name), row => new CampaignMoment(
            Number(row["time_s"]), int.Parse(row["cores"]), [Number(row["representation"]), Number(row["inference"]), Number(row["steering"])], [0, 0, 0])
        {
            Held = Number(row["held_core_s"]), Used = Number(row["used_core_s"]), Simulations = int.Parse(row["simulations"]), Budget = int.Parse(row["budget"]), Labels = int.Parse(row["labels"]),
            Hits = int.Parse(row["hits"]), Failures = int.Parse(row["failures"]), Models = int.Parse(row["models"]), Decisions = int.Parse(row["decisions"]), DecisionMicroseconds = Number(row["decision_us"]),
            Note = row["note"] is { Length: > 0 } note ? note : null, Ended = row["ended"] is { Length: > 0 } ended ? ended : null,
        });
        return new(name, policy, "", [.. CampaignReport.HitsOf(spans)], [.. course], [.. spans]) { Ended = course.LastOrDefault()?.Ended ?? "" };
    }

    private static string TasksOf(string folder, string name) => Path.Combine(folder, name + ".tasks.csv");

    private static string CourseOf(string folder, string name) => Path.Combine(folder, name + ".course.csv");

    private static T[] Rows<T>(string file, Func<IReadOnlyDictionary<string, string>, T> read)
    {
        if (!File.Exists(file)) throw new FileNotFoundException($"There is no table {file}; `matnb bench arem --only real` writes it.", file);
        using var text = new StreamReader(file);
        using var table = CsvReader.Create(text);
        table.ReadHeader();
        var header = (table.Headers ?? []).ToArray();
        var rows = new List<T>();
        while (table.Read())
        {
            try
            {
                rows.Add(read(header.Select((name, column) => KeyValuePair.Create(name, column < table.FieldCount ? table.GetString(column) : "")).ToDictionary()));
            }
            catch (Exception wrong) when (wrong is FormatException or ArgumentException or OverflowException or KeyNotFoundException)
            {
                throw new InvalidDataException($"{file}, row {rows.Count + 1} cannot be read: {wrong.Message}", wrong);
            }
        }
        return [.. rows];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
