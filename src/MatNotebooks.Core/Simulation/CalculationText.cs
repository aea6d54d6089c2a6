using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MatNotebooks.Cluster;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation;

/// <summary>How the calculators write numbers, identify inputs and speak of programs that failed.</summary>
internal static class CalculationText
{
    /// <summary>SHA-256 of a text | 64 hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A length to 1e-8 Å, always with a point.</summary>
    public static string Length(double value) => (Math.Round(value, 8) + 0.0).ToString("0.00000000", CultureInfo.InvariantCulture); // + 0 makes -0 a 0

    /// <summary>Three lengths with blanks between.</summary>
    public static string Lengths(Cartesian vector) => $"{Length(vector.X)} {Length(vector.Y)} {Length(vector.Z)}";

    /// <summary>A number of a text; null when it is none, or not finite.</summary>
    public static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;

    /// <summary>The last line that is not empty, in at most 400 characters.</summary>
    public static string LastLine(string text) =>
        Shortened(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("nothing"));

    /// <summary>A text on one line, in at most 400 characters.</summary>
    public static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 400 ? line : line[..400] + "…";
    }

    /// <summary>Why a program gave nothing, by how it ended; null when it ended well.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="job">What was run.</param>
    /// <param name="name">Name of the program, such as "xTB".</param>
    /// <param name="mend">How to install it.</param>
    public static CalculationFailure? Failure(ProcessOutcome outcome, ProcessJob job, string name, string mend) => outcome switch
    {
        { Ending: ProcessEnding.NotStarted } => new(FailureKind.NotInstalled, $"{job.Program} does not start: {outcome.Error}. {mend}"),
        { Ending: ProcessEnding.TimedOut } => new(
            FailureKind.TimedOut,
            string.Create(CultureInfo.InvariantCulture, $"{name} took longer than {job.Limit.TotalSeconds:0.#} s and was killed; allow more time or use a smaller cell.")),
        { Ending: ProcessEnding.Flooded } => new(FailureKind.Crashed, $"{name} wrote more than {job.MostOutput >> 20} MiB and was killed; look at its input."),
        { Ending: ProcessEnding.Lost } => new(FailureKind.Crashed, $"{name} did not come to its end: {outcome.Error}."),
        { Ending: ProcessEnding.OutOfMemory } or { ExitCode: not 0 } when outcome.Ending == ProcessEnding.OutOfMemory || LacksMemory(outcome) => new(
            FailureKind.OutOfMemory,
            $"{name} found no more memory than the {(outcome.Memory ?? job.Memory) >> 20} MiB it is allowed; allow more, or use a smaller cell."),
        { ExitCode: > 128 } => new(FailureKind.Crashed, $"{name} ended with signal {outcome.ExitCode - 128}; its last words: {LastWords(outcome)}"),
        { ExitCode: not 0 } => new(FailureKind.Crashed, $"{name} ended with exit code {outcome.ExitCode}; its last words: {LastWords(outcome)}"),
        _ => null,
    };

    private static bool LacksMemory(ProcessOutcome outcome) =>
        new[] { "MemoryError", "bad_alloc", "annot allocate memory", "insufficient virtual memory", "Failed to allocate", "failed to map segment" }
            .Any(words => outcome.Error.Contains(words, StringComparison.Ordinal) || outcome.Output.Contains(words, StringComparison.Ordinal));

    private static string LastWords(ProcessOutcome outcome) => LastLine(outcome.Error.Trim().Length > 0 ? outcome.Error : outcome.Output);
}
