using System.Globalization;
using System.Text.RegularExpressions;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>The commands of Slurm that a queue needs: sbatch, squeue, sacct, scancel, scontrol.</summary>
internal static partial class SlurmCommands
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    // Who does not answer, or cannot be asked (squeue, which asks for nothing, fails for no other reason), in the words of Slurm 20 to 25.
    private static readonly string[] Silence =
    [
        "Unable to contact slurm controller", "Unable to contact slurm database", "Connection refused", "Socket timed out", "Zero Bytes were transmitted",
        "connect failure", "Protocol authentication error", "Munge encode failed", "Invalid authentication credential", "Transport endpoint is not connected",
    ];

    // The user's share of the queue is full, or the controller is: later there is room.
    private static readonly string[] Fullness =
    [
        "submit limit", "SubmitJob", "AssocMaxSubmit", "QOSMaxSubmit", "AssocGrpSubmit", "temporarily unable to accept job", "Resource temporarily unavailable",
        "Slurm temporarily unable",
    ];

    /// <summary>Submits a job array.</summary>
    /// <returns>Its job id.</returns>
    /// <exception cref="SlurmException">Slurm does not take it.</exception>
    public static async Task<string> SubmitAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var text = await RunAsync("sbatch", ["--parsable", .. arguments], cancellation).ConfigureAwait(false);
        return text.Trim().Split(';')[0]; // "id;cluster" in a federation
    }

    /// <summary>Every array element of this user that the controller still knows, ended ones of the last minutes among them.</summary>
    /// <exception cref="SlurmException">The controller does not answer.</exception>
    public static async Task<IReadOnlyDictionary<(string Job, int Index), SlurmElement>> QueueAsync(CancellationToken cancellation)
    {
        var text = await RunAsync("squeue", ["-h", "-r", "-t", "all", "-u", Environment.UserName, "-o", "%F|%K|%T|%N|%j|%r"], cancellation).ConfigureAwait(false);
        return Rows(text, 6).Where(row => int.TryParse(row[1], out _)).ToLookup(row => (row[0], Number(row[1])))
            .ToDictionary(rows => rows.Key, rows => rows.Select(row => new SlurmElement(row[2], row[3], row[4], row[5])).Last());
    }

    /// <summary>Elements of arrays the controller has forgotten, from the accounting; empty where the cluster keeps none.</summary>
    public static async Task<IReadOnlyDictionary<(string Job, int Index), SlurmElement>> AccountsAsync(IEnumerable<string> jobs, CancellationToken cancellation)
    {
        var list = string.Join(',', jobs);
        var outcome = await LocalProcess.RunAsync(new("sacct", ["-n", "-P", "-X", "-j", list, "-o", "JobID,State,NodeList,JobName"], "", Limit), cancellation).ConfigureAwait(false);
        if (outcome.Ending != ProcessEnding.Exited || outcome.ExitCode != 0) return new Dictionary<(string, int), SlurmElement>();
        return Rows(outcome.Output, 4)
            .Select(row => (Id: row[0].Split('_'), Element: new SlurmElement(row[1].Split(' ')[0], row[2], row[3], ""))) // "CANCELLED by 1000"
            .Where(row => row.Id.Length == 2 && int.TryParse(row.Id[1], out _))
            .ToLookup(row => (row.Id[0], Number(row.Id[1])), row => row.Element)
            .ToDictionary(rows => rows.Key, rows => rows.Last());
    }

    /// <summary>Cancels elements of an array; those that have ended stay ended.</summary>
    /// <exception cref="SlurmException">The controller does not answer.</exception>
    public static Task CancelAsync(string job, IEnumerable<int> indices, CancellationToken cancellation) =>
        RunAsync("scancel", ["--quiet", $"{job}_[{string.Join(',', indices)}]"], cancellation);

    /// <summary>Lets an element go that Slurm holds back after a failed launch.</summary>
    /// <exception cref="SlurmException">The controller does not answer.</exception>
    public static Task ReleaseAsync(string job, int index, CancellationToken cancellation) =>
        RunAsync("scontrol", ["release", string.Create(CultureInfo.InvariantCulture, $"{job}_{index}")], cancellation);

    /// <summary>A line for each node: "NODE|STATE".</summary>
    /// <exception cref="SlurmException">The controller does not answer.</exception>
    public static Task<string> NodesAsync(string? partition, CancellationToken cancellation) =>
        RunAsync("sinfo", ["-h", "-N", .. partition is null ? Array.Empty<string>() : ["-p", partition], "-o", "%N|%T"], cancellation);

    /// <summary>One more than the largest index an array may have.</summary>
    /// <exception cref="SlurmException">The controller does not answer.</exception>
    public static async Task<int> MaxArraySizeAsync(CancellationToken cancellation)
    {
        var found = MaxArraySize().Match(await RunAsync("scontrol", ["show", "config"], cancellation).ConfigureAwait(false));
        return found.Success ? Number(found.Groups[1].Value) : 1001; // Slurm's own default
    }

    private static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var outcome = await LocalProcess.RunAsync(new(program, arguments, "", Limit), cancellation).ConfigureAwait(false);
        if (outcome is { Ending: ProcessEnding.Exited, ExitCode: 0 }) return outcome.Output;
        if (outcome.Ending == ProcessEnding.NotStarted)
            throw new ClusterException(
                $"There is no {program} here; run on a login node of the cluster (Debian: apt install slurm-client), or on this machine alone (a LocalQueue; --on local).");
        var words = outcome.Ending == ProcessEnding.TimedOut ? $"{program} gave no answer for {Limit.TotalSeconds} s" : LastWords(outcome, program);
        throw new SlurmException(
            words,
            program == "squeue" || outcome.Ending == ProcessEnding.TimedOut || Any(Silence, outcome.Error) ? SlurmRefusal.NoAnswer
                : Any(Fullness, outcome.Error) ? SlurmRefusal.Full : SlurmRefusal.Rejected);
    }

    private static string LastWords(ProcessOutcome outcome, string program) =>
        outcome.Error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } lines
            ? string.Join("; ", lines.TakeLast(2))
            : $"{program} ended with exit code {outcome.ExitCode}";

    private static bool Any(string[] words, string text) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string[]> Rows(string text, int columns) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|', columns)).Where(row => row.Length == columns);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*MaxArraySize\s*=\s*(\d+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MaxArraySize();
}
