using System.Globalization;

namespace MatNotebooks.Cluster.Slurm;

/// <summary>What an attempt on a node left.</summary>
/// <param name="Outcome">How the program ended.</param>
/// <param name="Where">Where it ran, such as "Slurm job 12_3 on node7".</param>
/// <param name="Elapsed">How long it had its core | s.</param>
internal sealed record SlurmResult(ProcessOutcome Outcome, string Where, double Elapsed)
{
    private const int TimedOut = 124; // timeout's own code
    private const int Killed = 137;
    private const int NoProgram = 127;
    private const int NotAProgram = 126;

    /// <summary>Reads the folder of an attempt that has ended.</summary>
    public static SlurmResult Read(string folder, ProcessJob job)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, "end"));
        var words = lines[0].Split(' ', 4);
        var (code, elapsed) = (int.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture) / 1000);
        var (output, outputIsWhole) = Text(Path.Combine(folder, "stdout"), job.MostOutput);
        var (error, errorIsWhole) = Text(Path.Combine(folder, "stderr"), job.MostOutput);
        var ending = code is TimedOut or Killed && elapsed >= Math.Floor(job.Limit.TotalSeconds) ? ProcessEnding.TimedOut
            : !outputIsWhole || !errorIsWhole ? ProcessEnding.Flooded
            : code is NoProgram or NotAProgram && error.StartsWith("timeout:", StringComparison.Ordinal) ? ProcessEnding.NotStarted
            : ProcessEnding.Exited;
        var outcome = ending switch
        {
            ProcessEnding.Exited => new ProcessOutcome(ending, code, output, error),
            ProcessEnding.NotStarted => new(ending, -1, "", $"No such program on node {words[3]}"),
            _ => new(ending, -1, "", ""),
        };
        return new(outcome with { CoreSeconds = MeasuredProcess.Seconds(lines[2]), Memory = job.Memory }, $"Slurm job {words[2]} on {words[3]}", elapsed);
    }

    private static (string Text, bool Whole) Text(string file, int most) =>
        new FileInfo(file).Length > most ? ("", false) : (File.ReadAllText(file), true);
}
