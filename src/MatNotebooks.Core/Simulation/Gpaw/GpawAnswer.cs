using System.Collections.Immutable;
using System.Text.Json;
using MatNotebooks.Cluster;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Gpaw;

/// <summary>What calculation.py answers, or why it did not.</summary>
internal static class GpawAnswer
{
    private const string Mend = "Install GPAW (Debian: apt install gpaw gpaw-data), or name the Python that has it (GpawOptions.Python, --python).";

    /// <summary>Reads how the script ended.</summary>
    public static CalculationOutcome Read(ProcessOutcome outcome, ProcessJob job, CalculationTask task, string request) =>
        CalculationText.Failure(outcome, job, "GPAW", Mend) is { } failure
            ? CalculationOutcome.Of(failure)
            : ReadJson(LastLine(outcome.Output), task, request);

    /// <summary>Reads the script's last line.</summary>
    internal static CalculationOutcome ReadJson(string line, CalculationTask task, string request)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.TryGetProperty("error", out var error)
                ? ReadError(error.GetProperty("kind").GetString(), CalculationText.Shortened(error.GetProperty("message").GetString() ?? ""))
                : CalculationOutcome.Of(ReadResult(Member(document.RootElement, "ok"), task, request));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return CalculationOutcome.Of(
                FailureKind.UnreadableAnswer,
                $"GPAW's script answered '{CalculationText.Shortened(line)}', which is not the JSON it should be: {CalculationText.Shortened(error.Message)}");
        }
    }

    private static CalculationResult ReadResult(JsonElement result, CalculationTask task, string request)
    {
        var stress = Numbers(Member(result, "stress_GPa"), 6);
        var (forces, positions, cell) = (Rows(result, "forces_eV_A"), Rows(result, "positions"), Rows(result, "cell"));
        var crystal = task.Crystal!;
        if (cell.Length != 3 || positions.Length != crystal.Sites.Length || forces.Length != positions.Length)
            throw new FormatException($"it holds {cell.Length} cell vectors, {positions.Length} positions and {forces.Length} forces for {crystal.Sites.Length} atoms");
        return new()
        {
            Energy = Finite(Member(result, "energy_eV").GetDouble()),
            Gap = Member(result, "gap_eV").GetDouble(),
            DirectGap = Member(result, "direct_gap_eV").GetDouble(),
            Forces = forces,
            Stress = new(stress[0], stress[1], stress[2], stress[3], stress[4], stress[5]),
            Crystal = task.Kind == CalculationKind.SinglePoint ? crystal : new(
                new(cell[0], cell[1], cell[2]),
                [.. crystal.Sites.Zip(positions, (site, at) => site.MovedTo(new(at.X, at.Y, at.Z)))],
                crystal.Id),
            IrreducibleKPoints = Member(result, "irreducible_kpoints").GetInt32(),
            CoreSeconds = Member(result, "core_seconds").GetDouble(),
            Source = new("GPAW", Member(result, "version").GetString() ?? "", request),
        };
    }

    private static JsonElement Member(JsonElement answer, string name) =>
        answer.TryGetProperty(name, out var member) ? member : throw new FormatException($"\"{name}\" is missing");

    private static ImmutableArray<Cartesian> Rows(JsonElement result, string name) =>
        [.. Member(result, name).EnumerateArray().Select(row => Numbers(row, 3)).Select(row => new Cartesian(row[0], row[1], row[2]))];

    private static double[] Numbers(JsonElement row, int count)
    {
        double[] numbers = [.. row.EnumerateArray().Select(number => Finite(number.GetDouble()))];
        return numbers.Length == count ? numbers : throw new FormatException($"a row has {numbers.Length} numbers where {count} belong");
    }

    // JSON's 1e999 is infinite to .NET.
    private static double Finite(double value) => double.IsFinite(value) ? value : throw new FormatException($"{value} is not finite");

    private static CalculationOutcome ReadError(string? kind, string message) => kind switch
    {
        "missing" => CalculationOutcome.Of(FailureKind.NotInstalled, $"{message}. {Mend}"),
        "input" => CalculationOutcome.Of(FailureKind.BadInput, message),
        "convergence" => CalculationOutcome.Of(FailureKind.NotConverged, $"GPAW did not converge: {message}"),
        _ => CalculationOutcome.Of(FailureKind.Crashed, $"GPAW stopped: {message}"),
    };

    private static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault("nothing");
}
