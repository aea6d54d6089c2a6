using MatNotebooks.Kernel.Commands;
using MatNotebooks.Kernel.Commands.Doctor;

namespace MatNotebooks.Kernel.Tests.Commands;

public sealed class DoctorTests : NotebookFolder
{
    [Fact]
    public async Task Every_part_is_one_line_with_its_state_and_a_mend_where_something_lacks()
    {
        var outcome = await Run("doctor");
        var lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] parts = [".NET", "spglib", "ZeroMQ", "plotly.js", "3Dmol.js", "mermaid", "DuckDB", "libtorch", "BLAS", "GPU", "Chromium", "Jupyter", "kernelspecs", "GPAW", "xTB", "LAMMPS", "data", "public data"];
        Assert.Equal(parts, lines.Select(line => line[9..22].Trim()));
        Assert.All(lines, line => Assert.True(line.StartsWith("ok", StringComparison.Ordinal) || line.Contains("; mend: "), line));
        Assert.Equal(lines.Any(line => line.StartsWith("MISSING", StringComparison.Ordinal)) ? 1 : 0, outcome.ExitCode);
        Assert.Empty(outcome.Error);
    }

    [Fact]
    public async Task An_empty_path_lacks_what_is_found_by_it_and_the_rest_goes_on()
    {
        var outcome = await Matnb.Run(Folder, new Dictionary<string, string> { ["PATH"] = "/nowhere", ["MATNB_DATA"] = "/nowhere/data" }, "doctor");
        Assert.Contains("note     Chromium     absent: no matnb run --pdf; mend: apt-get install chromium\n", outcome.Output);
        Assert.Contains("MISSING  .NET         ", outcome.Output);
        Assert.Contains("note     public data  MATNB_DATA is /nowhere/data, which does not exist", outcome.Output);
        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task A_kernelspec_whose_program_was_moved_is_told()
    {
        var spec = Directory.CreateDirectory(Path.Combine(Folder, "jupyter", "kernels", "matnotebooks")).FullName;
        File.WriteAllText(Path.Combine(spec, "kernel.json"), """{ "argv": ["dotnet", "/moved/away/matnb.dll", "kernel", "start"], "language": "C#" }""");
        var outcome = await Matnb.Run(Folder, new Dictionary<string, string> { ["JUPYTER_PATH"] = Path.Combine(Folder, "jupyter") }, "doctor");
        Assert.Contains($"note     kernelspecs  {spec} starts /moved/away/matnb.dll, which is not there; mend: matnb kernel install --user\n", outcome.Output);
    }

    [Theory]
    [InlineData(0, "ok       x            there")]
    [InlineData(1, "note     x            absent: no y; mend: do z")]
    [InlineData(2, "MISSING  x            no y; mend: do z")]
    public void A_line_reads(int kind, string expected) =>
        Assert.Equal(expected, DoctorCommand.Line(new[] { Finding.Good("x", "there"), Finding.Absent("x", "no y", "do z"), Finding.Missing("x", "no y", "do z") }[kind]));
}
