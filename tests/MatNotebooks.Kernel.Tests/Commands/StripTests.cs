using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Tests.Commands;

public sealed class StripTests : NotebookFolder
{
    [Fact]
    public async Task Check_changes_nothing_and_strip_does_what_check_announced()
    {
        Write("run.ipynb", Code("a", "1") with { ExecutionCount = 3, Outputs = [new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = "x" }] });
        Write("clean.ipynb", Code("a", "1"));
        var before = File.ReadAllText(PathOf("run.ipynb"));

        var check = await Run("strip", "--check", "run.ipynb", "clean.ipynb");
        Assert.Equal((1, "run.ipynb would change\n", ""), (check.ExitCode, check.Output, check.Error));
        Assert.Equal(before, File.ReadAllText(PathOf("run.ipynb")));

        Assert.Equal(0, (await Run("strip", "run.ipynb", "clean.ipynb")).ExitCode);
        Assert.Equal(File.ReadAllText(PathOf("clean.ipynb")), File.ReadAllText(PathOf("run.ipynb")));
        Assert.Equal(0, (await Run("strip", "--check", "run.ipynb")).ExitCode);
    }

    [Fact]
    public async Task A_file_that_is_no_notebook_is_one_line_and_the_next_goes_on()
    {
        File.WriteAllText(PathOf("bad.ipynb"), "{\n\"cells\": [}");
        Write("good.ipynb", Code("a", "1") with { ExecutionCount = 3 });
        var outcome = await Run("strip", "bad.ipynb", "gone.ipynb", "good.ipynb");
        Assert.Equal((2, "good.ipynb stripped\n"), (outcome.ExitCode, outcome.Output));
        Assert.Equal(2, outcome.Complaints.Length);
        Assert.StartsWith("matnb strip: bad.ipynb: line 2:", outcome.Complaints[0]);
        Assert.StartsWith("matnb strip: gone.ipynb: there is no such notebook", outcome.Complaints[1]);
    }
}
