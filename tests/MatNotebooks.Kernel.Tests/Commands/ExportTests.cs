using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Tests.Commands;

public sealed class ExportTests : NotebookFolder
{
    [Fact]
    public async Task The_program_runs_and_prints_what_the_notebook_shows()
    {
        Write(
            "small.ipynb",
            Code("p", "double cutoff = 6.0; // [Å] reach of a bond\nint count = 3;") with { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } },
            Code("a", "using System.Globalization;\nvar row = new[] { 1.0, 2.0 };\nforeach (var value in row) Console.WriteLine(value.ToString(CultureInfo.InvariantCulture));"),
            Code("b", "record Point(double X, double Y);\ndouble Twice(double x) => 2 * x;\nvar points = row.Select(x => new Point(x, Twice(x) * count)).ToArray();\npoints.Last()"),
            Code("c", "var row = \"again\";\nvar value = cutoff;\ndisplay(row).Update(row + \"!\");\nPeriodicTable.Find(\"Na\").Number"),
            Code("d", "torch.ones(2, 2).sum().item<float>()"),
            Code("e", "Console.WriteLine(value)"));
        Assert.Equal(0, (await Run("export", "small.ipynb", "-o", "small.cs")).ExitCode);

        var start = new ProcessStartInfo("dotnet", ["run", "-c", "Release", PathOf("small.cs"), "--", "cutoff=4.5"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("1\n2\nPoint { X = 2, Y = 12 }\nagain\nagain!\n11\n4\n4.5\n", output);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("gone.ipynb: there is no such notebook", "gone.ipynb", "x.cs")]
    [InlineData("dotnet run takes files that end in .cs. Name it x.cs.", "small.ipynb", "x.txt")]
    public async Task Bad_input_is_one_line(string words, string notebook, string output)
    {
        Write("small.ipynb", Code("a", "1"));
        var outcome = await Run("export", notebook, "-o", output);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, Assert.Single(outcome.Complaints));
    }
}
