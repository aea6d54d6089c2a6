using System.Runtime.Versioning;
using MatNotebooks.Cluster;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary><c>matnb campaign</c> as the shell sees it, with a shell script in the place of xTB, and scripts in the place of Slurm's commands.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CampaignCommandTests : IDisposable
{
    private const string Refusing = "#!/bin/sh\necho 'xtb: abnormal termination' >&2\nexit 1\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("campaign-command-");

    private string Ledger => Path.Combine(folder.FullName, "ledger.db");

    private string Xtb => Program("xtb", Refusing);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Resume_runs_the_first_command_again_at_another_place()
    {
        var first = await Matnb.Run(folder.FullName, "simulate", "molecules", "--count", "2", "--xtb", Xtb, "--ledger", "ledger.db", "--workers", "1");
        Assert.Equal(1, first.ExitCode);
        Assert.Contains("2 molecules on 1 core and ", first.Output);
        var status = await Matnb.Run("/", "campaign", "status", Ledger);
        Assert.Contains("2 tasks: 0 done, 0 running, 0 planned, 2 failed", status.Output);
        Assert.Equal(2, status.Output.Split('\n').Count(line => line.StartsWith("failed: ", StringComparison.Ordinal)));
        var again = await Matnb.Run("/", "campaign", "resume", Ledger, "--on", "local", "--cores", "2", "--memory", "0.5");
        Assert.Contains($"--on local --cores 2 --memory 0.5 --ledger {Ledger}", again.Output.Split('\n')[0].Replace("--ledger " + Ledger, "", StringComparison.Ordinal) + $"--ledger {Ledger}");
        Assert.DoesNotContain("--workers", again.Output);
        Assert.Contains("on 2 cores and ", again.Output);
        Assert.Contains("2 repeats", again.Output);
    }

    [Fact]
    public async Task Without_Slurm_or_with_a_silent_controller_there_is_one_error_and_nothing_is_lost()
    {
        string[] command = ["simulate", "molecules", "--count", "2", "--xtb", Xtb, "--ledger", "ledger.db", "--on", "slurm"];
        var missing = await Matnb.Run(folder.FullName, new Dictionary<string, string> { ["PATH"] = "/nowhere" }, command);
        Assert.Equal(1, missing.ExitCode);
        Assert.Equal(
            "matnb simulate molecules: There is no scontrol here; run on a login node of the cluster (Debian: apt install slurm-client), or on this machine alone (a LocalQueue; --on local).",
            Assert.Single(missing.Complaints));
        Program("scontrol", "#!/bin/sh\necho 'MaxArraySize = 1001'\n");
        Program("sbatch", "#!/bin/sh\necho 'sbatch: error: Batch job submission failed: Invalid account or account/partition combination specified' >&2\nexit 1\n");
        var refused = await Matnb.Run(folder.FullName, new Dictionary<string, string> { ["PATH"] = $"{folder.FullName}:/usr/bin:/bin" }, [.. command, "--account", "mine"]);
        Assert.Matches("Slurm does not take the jobs: .*Invalid account.*--account=mine.*Change the demand, or the options of the queue", Assert.Single(refused.Complaints));
        using var ledger = CampaignLedger.Read(Ledger);
        Assert.Equal((2, 0), (ledger.Status().Planned, ledger.Status().Repeats));
    }

    [Theory]
    [InlineData("--on: give local or slurm", "--on", "cloud")]
    [InlineData("--memory 0.01: give 0.0625 to 65536 GiB", "--memory", "0.01")]
    [InlineData("GiB; give less", "--memory", "65536")]
    [InlineData("--partition is for Slurm alone: give --on slurm too", "--partition", "main")]
    public async Task A_wrong_place_is_one_line(string words, string option, string value)
    {
        var outcome = await Matnb.Run(folder.FullName, "simulate", "molecules", "--count", "1", "--ledger", Ledger, option, value);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, Assert.Single(outcome.Complaints).Replace("--on cloud", "--on", StringComparison.Ordinal));
        Assert.False(File.Exists(Ledger));
    }

    [Fact]
    public async Task A_ledger_that_somebody_holds_names_who()
    {
        using var ledger = CampaignLedger.Open(Ledger);
        ledger.Plan([new("a", "1")]);
        var outcome = await Matnb.Run(folder.FullName, "simulate", "molecules", "--count", "1", "--ledger", Ledger);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"is held by another process: {Environment.ProcessId} on {Environment.MachineName}. Wait for it to end, or stop it (kill {Environment.ProcessId}).", Assert.Single(outcome.Complaints));
        ledger.Start("a", "1", "me");
        ledger.Finish("a", "1", CalculationOutcome.Of(new CalculationResult { Energy = -1, CoreSeconds = 1, Source = new("P", "1", "") }));
        Assert.Contains("1 tasks: 1 done", (await Matnb.Run("/", "campaign", "status", Ledger, "--follow")).Output);
    }

    private string Program(string name, string script)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, script);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
