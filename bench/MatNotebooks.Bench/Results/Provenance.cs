using System.Diagnostics;

namespace MatNotebooks.Bench.Results;

/// <summary>Where and from which sources a number comes.</summary>
/// <param name="Machine">Processor model.</param>
/// <param name="Commit">Commit of the sources, with "-dirty" behind it when they differ from it.</param>
internal sealed record Provenance(string Machine, string Commit)
{
    public static Provenance Here(string repository)
    {
        var dirty = Git(repository, "status", "--porcelain", "--", ":!bench/results").Length > 0;
        return new(Processor(), Git(repository, "rev-parse", "--short", "HEAD") + (dirty ? "-dirty" : ""));
    }

    private static string Processor() => File.ReadLines("/proc/cpuinfo")
        .Where(line => line.StartsWith("model name", StringComparison.Ordinal))
        .Select(line => line.Split(':', 2)[1].Trim().Replace(',', ' '))
        .FirstOrDefault("unknown processor");

    private static string Git(string repository, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", repository, .. arguments]) { RedirectStandardOutput = true };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git does not start; install git.");
        var output = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        return git.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed in {repository}; run the benchmark inside a clone.");
    }
}
