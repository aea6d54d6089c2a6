using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Tests.Cells;

public sealed class MagicTests : IDisposable
{
    private readonly CellBench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Time_speaks_after_the_cell()
    {
        var cell = await bench.RunAll("#!time\nConsole.Write(1);");
        Assert.IsType<DisplayMessage.Text>(cell.Messages[0]);
        Assert.StartsWith("Wall time: ", Assert.IsType<DisplayMessage.Data>(cell.Messages[1]).Bundle.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!tme", "There is no magic #!tme. Did you mean '#!time'? #!lsmagic lists them all.")]
    [InlineData("#!set", "#!set needs a name: #!set name value")]
    [InlineData("#!set x", "#!set x needs a value: #!set x value")]
    public async Task A_wrong_magic_is_one_clear_line(string code, string message)
    {
        var cell = await bench.Run(code);
        Assert.Equal("MagicError", cell.Error!.Name);
        Assert.Equal(message, cell.Error.Value);
    }

    [Theory]
    [InlineData("#!time")]
    [InlineData("#!about")]
    [InlineData("#!lsmagic")]
    [InlineData("#!set")]
    [InlineData("#!markdown")]
    [InlineData("#!html")]
    [InlineData("#!javascript")]
    [InlineData("#!csharp")]
    public async Task Every_magic_explains_itself_and_is_listed(string name)
    {
        var help = Assert.IsType<DisplayMessage.Data>((await bench.RunAll(name + " -h")).Messages[0]).Bundle.PlainText;
        Assert.Contains("Usage:\n  " + name, help, StringComparison.Ordinal);
        Assert.Contains(name, Assert.IsType<DisplayMessage.Data>((await bench.RunAll("#!lsmagic")).Messages[0]).Bundle.PlainText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!set n 5", "n + 1", "6")]
    [InlineData("#!set n 5.0", "n / 2", "2.5")]
    [InlineData("#!set s \"two words\"", "s", "two words")]
    [InlineData("#!set --name s --value true", "!s", "false")]
    [InlineData("#!set --name s --value @csharp:given", "s + 1", "43")]
    [InlineData("#!set given 7", "given", "7")]
    public async Task Set_gives_values(string magic, string code, string expected) =>
        Assert.Equal(expected, (await bench.RunAll("int given = 42;", magic, code)).Result);

    [Fact]
    public async Task Set_keeps_the_type_of_a_variable()
    {
        await bench.RunAll("double cutoff = 6.0;", "#!set cutoff 8");
        Assert.Equal("Double", (await bench.RunAll("cutoff.GetType().Name")).Result);
        Assert.Contains("'cutoff' is a number (double), not 'far'.", (await bench.Run("#!set cutoff far")).Error!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_languages_are_shown_and_csharp_may_follow()
    {
        var cell = await bench.RunAll("#!markdown\n# Title\n#!csharp\nvar x = 3;\nx");
        Assert.Equal("# Title", (string?)Assert.IsType<DisplayMessage.Data>(cell.Messages[0]).Bundle.Forms["text/markdown"]);
        Assert.Equal("3", cell.Result);
    }

    [Fact]
    public async Task About_names_versions() =>
        Assert.Contains(".NET", Assert.IsType<DisplayMessage.Data>((await bench.RunAll("#!about")).Messages[0]).Bundle.PlainText, StringComparison.Ordinal);
}
