using System.Diagnostics;
using System.Runtime.Versioning;

namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary>matnb design as a practitioner types it.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DesignCommandTests : NotebookFolder
{
    // In GPAW's place: a parabola about 5.2 Å; compounds of selenium, half of those below, fail the first time they are asked about.
    private const string Spring = """
        #!/usr/bin/python3
        import json, os, sys, time
        request = json.load(sys.stdin)
        constant = 2 * request["cell"][0][1]
        with open(os.environ["FAKE_LOG"], "a") as log: log.write("x\n")
        time.sleep(float(os.environ.get("FAKE_SECONDS", "0")))
        tried = os.environ["FAKE_LOG"] + "".join(request["symbols"]) + str(request["positions"][1])
        if "Se" in request["symbols"] and not os.path.exists(tried): open(tried, "w").close(); sys.exit(3)
        print(json.dumps({"ok": {"energy_eV": (constant - 5.2) ** 2 - 7, "gap_eV": 2, "direct_gap_eV": 2, "forces_eV_A": [[0, 0, 0]] * 2,
                                 "stress_GPa": [0] * 6, "cell": request["cell"], "positions": request["positions"],
                                 "irreducible_kpoints": 16, "core_seconds": 0.1, "version": "spring"}}))
        """;

    [Fact]
    public async Task Designs_are_found_told_and_written_and_asked_about_once()
    {
        string[] command = ["design", "--target", "band_gap=2.0±0.2 eV", "--elements", "Mg,Zn,Cd,O,S,Se,Te", "--budget", "10", "--seed", "1", "--out", "d"];
        var found = await Run(command);
        Assert.True((found.ExitCode, found.Error) == (0, ""), found.Error + found.Output);
        Assert.Contains("24 candidates, 24 pass the filters", found.Output);
        Assert.Matches(" of 10 +ZnS zincblende +band_gap 2\\.006 eV   as wanted", found.Output);
        var rows = File.ReadAllLines(PathOf("d/designs.csv"));
        Assert.StartsWith("call,compound,structure,verdict,lattice_constant (Å),promised_lattice_constant (Å)", rows[0]);
        Assert.Equal(11, rows.Length);
        var page = File.ReadAllText(PathOf("d/design.html"));
        Assert.Contains("What became of the candidates", page);
        Assert.Contains("#!design --target", page);
        var again = await Run(command);
        Assert.Contains("10 answers are known from d", again.Output);
        Assert.Equal(rows, File.ReadAllLines(PathOf("d/designs.csv")));
    }

    [Fact]
    public async Task A_search_whose_oracle_fails_half_the_time_is_killed_and_goes_on()
    {
        var (python, log) = (PathOf("python3"), PathOf("log"));
        File.WriteAllText(python, Spring);
        File.SetUnixFileMode(python, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string[] command = ["design", "--target", "band_gap=2.0±0.2 eV", "--elements", "Mg,Zn,S,Se", "--budget", "20", "--hits", "6", "--oracle", "gpaw", "--python", python, "--out", "g"];
        var environment = new Dictionary<string, string> { ["FAKE_LOG"] = log };
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "matnb.dll"), .. command]) { WorkingDirectory = Folder, Environment = { ["FAKE_LOG"] = log, ["FAKE_SECONDS"] = "0.1" } };
        using (var first = Process.Start(start)!)
        {
            var waited = Stopwatch.StartNew();
            while (Lines(log) < 8 && !first.HasExited && waited.Elapsed < TimeSpan.FromSeconds(60)) await Task.Delay(20);
            first.Kill(entireProcessTree: true);
            await first.WaitForExitAsync();
        }
        Assert.InRange(Lines(log), 8, 50);
        var second = await Matnb.Run(Folder, environment, command);
        Assert.True((second.ExitCode, second.Error) == (0, ""), second.Error + second.Output);
        Assert.Matches("pg-gos: 6 found with \\d+ calls \\(\\d+ of them failed\\); that was enough", second.Output);
        var finished = Lines(log);
        var third = await Matnb.Run(Folder, environment, command); // everything is known
        Assert.Equal((0, finished), (third.ExitCode, Lines(log)));
    }

    [Theory]
    [InlineData("--budget is 0; it must be at least 1 call of the oracle", "--target", "band_gap=2.0±0.2 eV", "--budget", "0")]
    [InlineData("band_gap reaches from 0 to", "--target", "band_gap>=50 eV")]
    [InlineData("The demand \"band_gap about 2\" cannot be read", "--target", "band_gap about 2")]
    public async Task What_is_wrong_is_one_line(string words, params string[] arguments)
    {
        var outcome = await Run(["design", .. arguments]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, Assert.Single(outcome.Complaints), StringComparison.Ordinal);
    }

    private static int Lines(string path) => File.Exists(path) ? File.ReadAllLines(path).Length : 0;
}
