using System.Diagnostics;
using System.Runtime.Versioning;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Simulation.Campaigns;

namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary>The command as the shell sees it, with a Python script in GPAW's place.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SimulateOctetTests : IDisposable
{
    private const string Spring = """
        #!/usr/bin/python3
        import json, os, sys, time
        request = json.load(sys.stdin)
        time.sleep(float(os.environ.get("FAKE_SECONDS", "0")))
        constant = 2 * request["cell"][0][1]
        with open(os.environ["FAKE_LOG"], "a") as log: log.write("".join(request["symbols"]) + "\n")
        print(json.dumps({"ok": {"energy_eV": (constant - 5.2) ** 2 - 7, "gap_eV": 0, "direct_gap_eV": 0, "forces_eV_A": [[0, 0, 0]] * 2,
                                 "stress_GPa": [0] * 6, "cell": request["cell"], "positions": request["positions"],
                                 "irreducible_kpoints": 16, "core_seconds": 0.1, "version": "spring"}}))
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("simulate-");

    private string Python => Path.Combine(folder.FullName, "python3");

    private string Log => Path.Combine(folder.FullName, "log");

    private string Ledger => Path.Combine(folder.FullName, "ledger.db");

    private string Table => Path.Combine(folder.FullName, "table.jsonl.gz");

    public SimulateOctetTests()
    {
        WritePython(Spring);
        File.WriteAllText(Log, "");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Rows_that_agree_are_a_table_and_success_and_one_that_does_not_is_failure()
    {
        var rows = OctetDataset.Load().Records.Where(record => record.Compound == "LiCl")
            .Select(record => record with { Energy = Math.Pow(record.LatticeConstant - 5.2, 2) - 7 }).ToArray();
        OctetDataset.Write(Table, rows);
        var good = await Run("--sample", "3", "--seed", "5", "--data", Table);
        Assert.Equal((0, ""), (good.ExitCode, good.Error));
        Assert.Contains("3 of 3 within 2 meV", good.Output);
        Assert.Equal(good.Output, (await Run("--sample", "3", "--seed", "5", "--data", Table)).Output);

        OctetDataset.Write(Table, rows.Select(record => record with { Energy = record.Energy + 0.0021 }));
        var bad = await Run("--sample", "1", "--data", Table);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("DISAGREES", bad.Output);
        Assert.Contains("0 of 1 within 2 meV", bad.Output);
    }

    [Fact]
    public async Task A_run_that_is_killed_loses_only_the_running_point()
    {
        OctetDataset.Write(Table, OctetDataset.Load().Records.Where(record => record.Compound is not ("LiCl" or "KF")));
        string[] arguments = ["--missing", "--data", Table, "--ledger", Ledger, "--workers", "1"];
        using (var first = Start(arguments, seconds: 0.15))
        {
            while (Lines(Log).Length < 5 && !first.HasExited) await Task.Delay(20);
            Process.Start("kill", ["-9", $"{first.Id}"]).WaitForExit();
            await first.WaitForExitAsync();
            Assert.Equal(137, first.ExitCode);
        }
        var finished = Done();
        Assert.InRange(finished.Length, 4, Lines(Log).Length);
        var second = await Run([.. arguments, "--adopt"]);
        Assert.Equal((0, ""), (second.ExitCode, second.Error));
        Assert.Contains("164 curves are complete, 0 are not", second.Output);
        Assert.Contains(" left\n", second.Output);

        var done = Done();
        Assert.All(finished, task => Assert.Equal(task, done.Single(later => later.Name == task.Name)));
        Assert.InRange(Lines(Log).Length, done.Length, done.Length + 1);
        var table = OctetDataset.Load(Table);
        Assert.Equal(82, table.Compounds.Count());
        Assert.Equal(done.Length, table.Records.Count(record => record.Compound is "LiCl" or "KF"));
    }

    [Fact]
    public async Task Stopping_says_how_to_go_on()
    {
        OctetDataset.Write(Table, OctetDataset.Load().Records.Where(record => record.Compound != "LiCl"));
        using var process = Start(["--missing", "--data", Table, "--ledger", Ledger], seconds: 60);
        var error = process.StandardError.ReadToEndAsync();
        while (!Computing() && !process.HasExited) await Task.Delay(50);
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();
        await process.WaitForExitAsync();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("the same command goes on from there", await error);
    }

    [Fact]
    public async Task Without_gpaw_it_says_what_to_install()
    {
        var outcome = await Run("--sample", "2", "--python", "/nowhere/python3");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("apt install gpaw gpaw-data", outcome.Output);
        Assert.Single(outcome.Output.Split('\n'), line => line.Contains("NotInstalled"));
    }

    [Fact]
    public async Task A_calculation_that_hangs_is_given_up()
    {
        OctetDataset.Write(Table, OctetDataset.Load().Records.Where(record => record.Compound != "LiCl"));
        WritePython("#!/bin/sh\nexec sleep 600\n");
        var outcome = await Run("--missing", "--data", Table, "--ledger", Ledger, "--timeout", "1");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("failed: octet-LiCl-rocksalt-", outcome.Output);
        Assert.Contains("longer than 1 s", outcome.Output);
        Assert.Contains("162 curves are complete, 2 are not", outcome.Output);
    }

    [Theory]
    [InlineData("nothing to do", new string[0])]
    [InlineData("--sample goes alone", new[] { "--sample", "3", "--missing" })]
    [InlineData("--sample 0: give at least 1 row", new[] { "--sample", "0" })]
    [InlineData("--cores 0: give 1 to 100000", new[] { "--missing", "--workers", "0" })]
    [InlineData("--timeout 0.5", new[] { "--missing", "--timeout", "0.5" })]
    [InlineData("no-such-table.jsonl", new[] { "--sample", "1", "--data", "no-such-table.jsonl" })]
    public async Task A_wrong_option_is_one_line_and_exit_code_2(string words, string[] arguments)
    {
        var outcome = await Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, outcome.Error);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_bad_row_is_named_and_the_others_go_on()
    {
        var plain = Path.ChangeExtension(Table, null);
        OctetDataset.Write(plain, OctetDataset.Load().Records.Take(2).Select(record => record with { Energy = Math.Pow(record.LatticeConstant - 5.2, 2) - 7 }));
        File.AppendAllText(plain, "{\"id\":\"octet-NaCl\"}\n");
        var outcome = await Run("--sample", "5", "--data", plain);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("2 of 2 within 2 meV", outcome.Output);
        Assert.Contains("table.jsonl:3: \"lat\" is missing", outcome.Error);
        Assert.Contains("mend them first", (await Run("--adopt", "--data", plain, "--ledger", Ledger)).Error);
    }

    // A result, how often it was begun and when it ended stay what they were.
    private (string Name, double? Energy, int Attempts, DateTimeOffset? Finished)[] Done()
    {
        using var ledger = CampaignLedger.Read(Ledger);
        return [.. ledger.Entries.Where(task => task.State == TaskState.Done).Select(task => (task.Name, task.Result?.Energy, task.Attempts, task.Finished))];
    }

    private bool Computing()
    {
        try
        {
            using var ledger = CampaignLedger.Read(Ledger);
            return ledger.Entries.Any(task => task.State == TaskState.Running);
        }
        catch (Exception early) when (early is IOException or InvalidDataException)
        {
            return false; // it is just being made
        }
    }

    private static string[] Lines(string path) => File.ReadAllLines(path);

    private void WritePython(string script)
    {
        File.WriteAllText(Python, script);
        File.SetUnixFileMode(Python, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private async Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments)
    {
        using var process = Start(arguments, seconds: 0);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await error);
    }

    private Process Start(string[] arguments, double seconds)
    {
        string[] python = arguments.Contains("--python") ? [] : ["--python", Python];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "matnb.dll"), "simulate", "octet", .. arguments, .. python])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["FAKE_LOG"] = Log;
        start.Environment["FAKE_SECONDS"] = FormattableString.Invariant($"{seconds}");
        return Process.Start(start)!;
    }
}
