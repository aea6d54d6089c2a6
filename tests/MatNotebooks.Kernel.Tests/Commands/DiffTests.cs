using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Tests.Commands;

public sealed class DiffTests : NotebookFolder
{
    [Fact]
    public async Task Exit_codes_say_same_different_and_bad_input()
    {
        Write("a.ipynb", Printing("MAE 0.12345 eV"));
        Write("b.ipynb", Printing("MAE 0.12355 eV"));
        var same = await Run("diff", "a.ipynb", "a.ipynb");
        Assert.Equal((0, "the same: 1 cells\n"), (same.ExitCode, same.Output));

        var different = await Run("diff", "a.ipynb", "b.ipynb");
        Assert.Equal((1, "cell 1 (mae): output 1, stdout, line 1\n    - MAE 0.12345 eV\n    + MAE 0.12355 eV\ndifferences: 1\n"), (different.ExitCode, different.Output));
        Assert.Equal(0, (await Run("diff", "a.ipynb", "b.ipynb", "--relative", "1e-2")).ExitCode);
        Assert.Equal(0, (await Run("diff", "a.ipynb", "b.ipynb", "--absolute", "1e-3")).ExitCode);
    }

    [Theory]
    [InlineData("matnb diff: gone.ipynb: there is no such notebook", "a.ipynb", "gone.ipynb")]
    [InlineData("matnb diff: empty.ipynb: line 1: the file is empty", "empty.ipynb", "a.ipynb")]
    [InlineData("matnb diff: --relative -1: a tolerance is a number from 0 up", "a.ipynb", "a.ipynb", "--relative", "-1")]
    [InlineData("matnb diff: --absolute NaN: a tolerance is a number from 0 up", "a.ipynb", "a.ipynb", "--absolute", "NaN")]
    public async Task Bad_input_is_one_line(string words, params string[] arguments)
    {
        Write("a.ipynb", Printing("1"));
        File.WriteAllText(PathOf("empty.ipynb"), "");
        var outcome = await Run(["diff", .. arguments]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith(words, Assert.Single(outcome.Complaints));
    }

    private static NotebookCell Printing(string text) =>
        Code("a", "mae") with { Outputs = [new JsonObject { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = text }] };
}
