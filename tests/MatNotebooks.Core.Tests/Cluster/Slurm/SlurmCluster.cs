using System.Diagnostics;

namespace MatNotebooks.Core.Tests.Cluster.Slurm;

/// <summary>A real Slurm of the nodes n1 and n2 on this machine (environment/slurm), for the tests of one class.</summary>
public sealed class SlurmCluster : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("slurm-");

    public SlurmCluster()
    {
        if (new SlurmFactAttribute().Skip is not null) return;
        Run(Path.Combine(Scripts, "up.sh"), Home, "2");
        Environment.SetEnvironmentVariable("SLURM_CONF", Path.Combine(Home, "slurm.conf"));
    }

    /// <summary>Where the scripts lie that start and end a cluster.</summary>
    public static string Scripts { get; } = Find();

    /// <summary>Where the cluster's own files lie.</summary>
    public string Home => Path.Combine(folder.FullName, "cluster");

    /// <summary>A new folder that every node sees.</summary>
    public string NewFolder() => folder.CreateSubdirectory($"{Guid.NewGuid():N}").FullName;

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("SLURM_CONF", null);
        if (Directory.Exists(Home)) Run(Path.Combine(Scripts, "down.sh"), Home);
        folder.Delete(recursive: true);
    }

    /// <summary>Stops the controller. It writes its state down first: what a kill would make it forget is Slurm's own affair.</summary>
    public async Task StopControllerAsync()
    {
        Run("/bin/kill", "-TERM", Process("slurmctld"));
        await Until(() => !Runs(Process("slurmctld")), "the controller has stopped");
    }

    /// <summary>Kills a node as a power cut would: its daemon, the daemons of its jobs, and the jobs.</summary>
    public void KillNode(string node)
    {
        string[] daemon = [Process(node)];
        for (var jobs = Jobs(); daemon.Length + jobs.Length > 0; (daemon, jobs) = ([], Jobs()))
        {
            var steps = jobs.Select(Parent).OfType<string>().Where(parent => Comm(parent).StartsWith("slurmstepd", StringComparison.Ordinal)).Distinct();
            // What ended since it was listed cannot be killed, and what was started since is found the next time.
            Run("/bin/sh", ["-c", "kill -9 \"$@\" 2>/dev/null; true", "kill", .. daemon, .. steps, .. jobs]);
        }

        string[] Jobs() => [.. Directory.GetDirectories("/proc").Select(path => Path.GetFileName(path)!).Where(name => name.All(char.IsAsciiDigit) && IsOf(name, node))];
    }

    /// <summary>Starts a daemon again that was killed, and waits until it answers.</summary>
    public async Task StartAsync(string daemon)
    {
        Run(Path.Combine(Scripts, "daemon.sh"), Home, daemon);
        await Until(() => Ask("scontrol", "ping").Contains("UP") && (daemon == "slurmctld" || Ask("sinfo", "-h", "-n", daemon, "-o", "%T") is "idle" or "mixed" or "allocated"), $"{daemon} answers");
    }

    /// <summary>Starts what a failed test left dead, and lets both nodes work again.</summary>
    public async Task WholeAsync()
    {
        foreach (var daemon in new[] { "slurmctld", "n1", "n2" })
            if (!Runs(Process(daemon))) await StartAsync(daemon);
        if (Ask("sinfo", "-h", "-o", "%T").Contains("drain", StringComparison.Ordinal)) Ask("scontrol", "update", "NodeName=n1,n2", "State=RESUME");
        await Until(() => Ask("sinfo", "-h", "-N", "-t", "idle", "-o", "%N") == "n1\nn2", "both nodes are idle");
    }

    /// <summary>Lets jobs begin at once that Slurm holds back for two minutes after their node died.</summary>
    /// <returns>How many there were.</returns>
    public static int Hurry()
    {
        var jobs = Ask("squeue", "-h", "-r", "-t", "PENDING", "-o", "%i|%r").Split('\n').Where(row => row.EndsWith("|BeginTime", StringComparison.Ordinal)).ToArray();
        foreach (var job in jobs) Ask("scontrol", "update", $"JobId={job.Split('|')[0]}", "StartTime=now");
        return jobs.Length;
    }

    /// <summary>What a command of Slurm says, without the line's end.</summary>
    public static string Ask(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (text + errors.Result).Trim();
    }

    /// <summary>Waits for a condition, for a minute at most.</summary>
    public static async Task Until(Func<bool> holds, string what)
    {
        for (var watch = Stopwatch.StartNew(); !holds(); await Task.Delay(100))
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"waited a minute until {what}; the queue: {Ask("squeue", "-r", "-t", "all")} {Ask("sinfo", "-N")}");
    }

    private string Process(string daemon) => File.ReadAllText(Path.Combine(Home, "pids", daemon)).Trim();

    private static bool Runs(string process) => Directory.Exists($"/proc/{process}") && !Text(process, "stat").Contains(") Z ", StringComparison.Ordinal);

    private static bool IsOf(string process, string node) => Text(process, "environ").Split('\0').Contains($"SLURMD_NODENAME={node}");

    private static string Comm(string process) => Text(process, "comm");

    private static string? Parent(string process) =>
        Text(process, "status").Split('\n').FirstOrDefault(line => line.StartsWith("PPid:", StringComparison.Ordinal))?[5..].Trim();

    // Empty where the process has gone meanwhile.
    private static string Text(string process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["SLURM_TEST_CORES"] = "2";
        using var process = System.Diagnostics.Process.Start(start)!;
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), $"{program} takes more than a minute");
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}");
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "environment", "slurm"))) return Path.Combine(folder.FullName, "environment", "slurm");
        throw new DirectoryNotFoundException($"There is no environment/slurm above {AppContext.BaseDirectory}.");
    }
}
