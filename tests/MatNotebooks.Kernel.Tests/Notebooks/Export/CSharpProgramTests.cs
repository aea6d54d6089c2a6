using System.Text.Json.Nodes;
using MatNotebooks.Kernel.Notebooks.Export;
using MatNotebooks.Kernel.Notebooks.Format;

namespace MatNotebooks.Kernel.Tests.Notebooks.Export;

public sealed class CSharpProgramTests
{
    private const string Start = "\n\n";

    [Theory]
    [InlineData("a name declared again becomes another", "var x = 1;", "var x = \"s\";\nx.Length", "var x = 1;\n\nvar x_2 = \"s\";\ndisplay(x_2.Length);")]
    [InlineData("members and argument names keep theirs", "var X = 1;", "var X = 2;\nvar p = new Point { X = X }.X + F(X: X);", "var X = 1;\n\nvar X_2 = 2;\nvar p = new Point { X = X_2 }.X + F(X: X_2);")]
    [InlineData("so do members of what a name is put into", "var x = 1;", "var x = 2;\nvar t = (x, 1);\nvar a = new { x };", "var x = 1;\n\nvar x_2 = 2;\nvar t = (x: x_2, 1);\nvar a = new { x = x_2 };")]
    [InlineData("a loop's variable makes room", "foreach (var i in l) { F(i); }", "var i = 3;", "foreach (var i_inner in l) { F(i_inner); }\n\nvar i = 3;")]
    [InlineData("and a lambda's", "var y = l.Select(i => i + 1);", "int i = 3;", "var y = l.Select(i_inner => i_inner + 1);\n\nint i = 3;")]
    [InlineData("functions may be public and keep their comments", "// twice\npublic static double F(double x) => 2 * x;", "F(2)", "// twice\nstatic double F(double x) => 2 * x;\n\nEnding.Show(() => F(2));")]
    [InlineData("out variables count", "int.TryParse(\"1\", out var n);", "var n = 2;", "int.TryParse(\"1\", out var n);\n\nvar n_2 = 2;")]
    [InlineData("await stays", "await T()", "var x = 1;", "await Ending.ShowAsync(async () => await T());\n\nvar x = 1;")]
    public void Cells_become_statements(string why, string first, string second, string expected)
    {
        var text = Body(Code(first), Code(second));
        Assert.True(text.StartsWith(expected, StringComparison.Ordinal), $"{why}:\n{text}");
    }

    [Fact]
    public void Magics_become_comments_or_their_twins()
    {
        var text = Body(Code("#!time\nvar x = 1;"), Code("#!set x 2.5"), Code("#!html\n<b>x</b>"), Code("#!lsmagic"));
        Assert.StartsWith(
            "var watch_1 = System.Diagnostics.Stopwatch.StartNew();\nvar x = 1;\nConsole.WriteLine($\"Wall time: {watch_1.Elapsed.TotalSeconds:G3} s\");\n\n"
            + "var x_2 = 2.5;\n\n// #!html\n// <b>x</b>\n\n\n// #!lsmagic", text);
    }

    [Fact]
    public void Usings_go_to_the_top_and_types_to_the_end_and_packages_become_directives()
    {
        var text = Program(Code("using System.Net;\n#r \"nuget: Some.Package, 1.2\"\nrecord P(int X);\nstatic int Twice(this int x) => 2 * x;\nvar p = new P(1);"));
        Assert.Contains("#:package Some.Package@1.2\n", text);
        Assert.Contains("\nusing System;\nusing System.Net;\n", text);
        Assert.EndsWith("var p = new P(1);\n\nrecord P(int X);\n\nstatic class Extensions_Twice\n{\n    internal static int Twice(this int x) => 2 * x;\n}\n", text);
    }

    [Fact]
    public void Parameters_are_read_from_the_arguments()
    {
        var text = Program(Code("double cutoff = 6.0; // [Å]\nvar list = new[] { 1 };") with { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } });
        Assert.Contains("Arguments.Check(args, \"cutoff\");", text);
        Assert.Contains("double cutoff = Arguments.Value<double>(args, \"cutoff\", 6.0); // [Å]\nvar list = new[] { 1 };", text);
    }

    [Fact]
    public void A_variable_without_a_value_gets_its_default() => Assert.StartsWith("int n = default;\nn = 2;\n", Body(Code("int n;\nn = 2;")), StringComparison.Ordinal);

    [Fact]
    public void Loaded_files_are_written_out_in_their_place()
    {
        var folder = Directory.CreateTempSubdirectory("matnb-export-").FullName;
        File.WriteAllText(Path.Combine(folder, "more.csx"), "int Twice(int n) => 2 * n;\n");
        File.WriteAllText(Path.Combine(folder, "tools.csx"), "#load \"more.csx\"\nvar four = Twice(2);\n");
        var text = CSharpProgram.Of(new Notebook([Code("#load \"tools.csx\"\nfour")]), new("file.cs", [], [], "/repository") { NotebookFolder = folder });
        Directory.Delete(folder, recursive: true);
        Assert.Contains("int Twice(int n) => 2 * n;\nvar four = Twice(2);\ndisplay(four);", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("cannot refer", text, StringComparison.Ordinal);
    }

    private static NotebookCell Code(string source) => new("c", CellKind.Code, source);

    private static string Body(params NotebookCell[] cells)
    {
        var text = Program(cells);
        return text[(text.IndexOf(Start, text.IndexOf("MATNB_HOME", StringComparison.Ordinal), StringComparison.Ordinal) + Start.Length)..];
    }

    private static string Program(params NotebookCell[] cells) =>
        CSharpProgram.Of(new Notebook(cells), new("file.cs", ["using System;"], ["some.csproj"], "/repository")).ReplaceLineEndings("\n");
}
