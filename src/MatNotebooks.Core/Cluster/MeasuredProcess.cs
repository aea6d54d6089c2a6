using System.Globalization;
using System.Text.RegularExpressions;

namespace MatNotebooks.Cluster;

/// <summary>A shell around a program: it limits memory and processors, and writes down the processor time the program took.</summary>
internal sealed partial class MeasuredProcess : IDisposable
{
    // The shell's own children are the program alone, so the second line of "times" is the program's.
    private const string Script = "[ \"$1\" = unlimited ] || ulimit -v \"$1\" || exit 125; measured=$2; shift 2; \"$@\"; code=$?; times > \"$measured\"; exit $code";

    private readonly string measured = Path.Combine(Path.GetTempPath(), $"matnb-times-{Guid.NewGuid():N}");

    /// <summary>The job as the shell runs it.</summary>
    public ProcessJob Wrap(ProcessJob job) => job with
    {
        Program = "/bin/sh",
        Arguments =
        [
            "-c", Script, "sh", (job.Memory / 1024)?.ToString(CultureInfo.InvariantCulture) ?? "unlimited", measured, .. Bound(job), job.Program, .. job.Arguments,
        ],
        Memory = null,
        Processors = [],
    };

    // Where there is no taskset, as outside Linux, the number of threads is the only limit.
    private static string[] Bound(ProcessJob job) =>
        job.Processors.Count > 0 && ProgramPath.Find("taskset") is { } taskset ? [taskset, "-c", string.Join(',', job.Processors.Distinct())] : [];

    /// <summary>Processor time | s; null when the program was killed with its shell.</summary>
    public double? CoreSeconds()
    {
        var lines = File.Exists(measured) ? File.ReadAllLines(measured) : [];
        return lines.Length < 2 ? null : Seconds(lines[1]);
    }

    /// <summary>Sum of the times in a line that a shell's "times" wrote | s.</summary>
    public static double Seconds(string line) => Times().Matches(line).Sum(time =>
        (60 * double.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)) + double.Parse(time.Groups[2].Value, CultureInfo.InvariantCulture));

    /// <summary>Removes the note.</summary>
    public void Dispose() => File.Delete(measured);

    [GeneratedRegex(@"(\d+)m([\d.]+)s", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
