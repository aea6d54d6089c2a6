using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Cells;

namespace MatNotebooks.Kernel.Tests.Cells;

public sealed class CellSplitterTests
{
    [Fact]
    public void A_cell_is_cut_at_its_magics()
    {
        var sections = CellSplitter.Split("var a = 1;\n#!time\nvar b = 2;\n#!markdown\n# text\n#!csharp\na");
        Assert.Equal(
            [
                new CellSection(null, "var a = 1;", 0), new CellSection("#!time", "", 2), new CellSection(null, "var b = 2;", 2),
                new CellSection("#!markdown", "# text", 4), new CellSection("#!csharp", "a", 6),
            ],
            sections);
    }

    [Theory]
    [InlineData("var s = \"\"\"\n#!time\n\"\"\";")]
    [InlineData("var s = @\"\n#!time\n\";")]
    [InlineData("/*\n#!time\n*/")]
    [InlineData("#r \"x.dll\"\n#if A\n#endif")]
    [InlineData("#! not a name")]
    public void What_only_looks_like_a_magic_is_code(string source) =>
        Assert.Equal([new CellSection(null, source, 0)], CellSplitter.Split(source));

    [Theory]
    [InlineData("#!sql SELECT 1\nFROM t", "#!sql", "      SELECT 1\nFROM t", 0)]
    [InlineData("#!sql --as x  --show-code SELECT -1", "#!sql --as x  --show-code", "                          SELECT -1", 0)]
    [InlineData("#!sql --as=x WITH a AS (SELECT 1) FROM a", "#!sql --as=x", "             WITH a AS (SELECT 1) FROM a", 0)]
    [InlineData("#!sql --as x\nSELECT 1", "#!sql --as x", "SELECT 1", 1)]
    [InlineData("#!sql --sa x\nSELECT 1", "#!sql --sa x", "SELECT 1", 1)]
    [InlineData("#!sql -h", "#!sql -h", "", 1)]
    public void Sql_may_begin_behind_its_magic_and_keeps_its_columns(string source, string magic, string body, int line) =>
        Assert.Equal([new CellSection(magic, body, line)], CellSplitter.Split(source));

    [Fact]
    public void A_text_keeps_lines_that_only_look_like_magics() =>
        Assert.Equal([new CellSection("#!markdown", "#!/bin/sh\n#!unknown", 1)], CellSplitter.Split("#!markdown\n#!/bin/sh\n#!unknown"));

    [Fact]
    public void Code_without_magics_is_never_changed() => Prop.ForAll<NonNull<string>>(text =>
    {
        var source = text.Get.Replace("\r", "", StringComparison.Ordinal).Replace("#!", "##", StringComparison.Ordinal).ReplaceLineEndings("\n");
        var sections = CellSplitter.Split(source);
        return string.IsNullOrWhiteSpace(source) ? sections.Count == 0 : sections.Single().Body == source;
    }).QuickCheckThrowOnFailure();
}
