using System.Text.Json;
using MatNotebooks.Cluster;

namespace MatNotebooks.Simulation.Gpaw;

/// <summary>What single_point.py answers, or why it did not.</summary>
internal static class GpawAnswer
{
    /// <summary>Reads how the script ended.</summary>
    public static CalculationOutcome Read(ProcessOutcome outcome, GpawOptions options) => outcome switch
    {
        { Ending: ProcessEnding.NotStarted } => NotInstalled($"{options.Python} does not start: {outcome.Error}"),
        { Ending: ProcessEnding.TimedOut } => CalculationOutcome.Of(
            FailureKind.TimedOut, $"GPAW took longer than {options.Limit.TotalSeconds:0.#} s and was killed; allow more time or use a smaller cell."),
        { ExitCode: not 0 } => CalculationOutcome.Of(
            FailureKind.Crashed, $"GPAW ended with {ExitText(outcome.ExitCode)}; its last words: {LastLine(outcome.Error)}"),
        _ => ReadJson(LastLine(outcome.Output)),
    };

    private static CalculationOutcome ReadJson(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("error", out var error)
                ? ReadError(error.GetProperty("kind").GetString(), OneLine(error.GetProperty("message").GetString() ?? ""))
                : ReadResult(document.RootElement.GetProperty("ok"));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return CalculationOutcome.Of(
                FailureKind.UnreadableAnswer, $"GPAW's script answered '{Shortened(line)}', which is not the JSON it should be: {error.Message}");
        }
    }

    private static CalculationOutcome ReadResult(JsonElement result)
    {
        var point = new SinglePoint(
            result.GetProperty("energy_eV").GetDouble(),
            result.GetProperty("gap_eV").GetDouble(),
            result.GetProperty("direct_gap_eV").GetDouble(),
            result.GetProperty("pressure_GPa").GetDouble(),
            result.GetProperty("irreducible_kpoints").GetInt32(),
            result.GetProperty("core_seconds").GetDouble(),
            result.GetProperty("version").GetString() ?? "");
        return CalculationOutcome.Of(point);
    }

    private static CalculationOutcome ReadError(string? kind, string message) => kind switch
    {
        "missing" => NotInstalled(message),
        "input" => CalculationOutcome.Of(FailureKind.BadInput, message),
        "convergence" => CalculationOutcome.Of(FailureKind.NotConverged, $"GPAW did not converge: {message}"),
        _ => CalculationOutcome.Of(FailureKind.Crashed, $"GPAW stopped: {message}"),
    };

    private static CalculationOutcome NotInstalled(string what) => CalculationOutcome.Of(
        FailureKind.NotInstalled,
        $"{what}. Install GPAW (Debian: apt install gpaw gpaw-data), or name the Python that has it (GpawOptions.Python, --python).");

    private static string ExitText(int code) => code > 128 ? $"signal {code - 128}" : $"exit code {code}";

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("nothing");

    private static string Shortened(string line) => line.Length <= 80 ? line : line[..80] + "…";
}
