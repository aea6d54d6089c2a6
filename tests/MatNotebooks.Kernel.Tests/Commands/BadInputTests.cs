using System.Text.Json.Nodes;

namespace MatNotebooks.Kernel.Tests.Commands;

/// <summary>A hostile user of <c>matnb run</c>: one line for each wrong file, exit code 2, and the others go on.</summary>
public sealed class BadInputTests : NotebookFolder
{
    private const string Cif = """
        data_x
        _cell_length_a 5.64
        _cell_length_b 5.64
        _cell_length_c 5.64
        _cell_angle_alpha 90
        _cell_angle_beta 90
        _cell_angle_gamma 90
        loop_
        _atom_site_label
        _atom_site_fract_x
        _atom_site_fract_y
        _atom_site_fract_z
        Na1 0 0 0
        Cl1 0.5 0.5 0.5

        """;

    [Fact]
    public async Task Files_that_are_no_notebooks_are_named_and_the_good_one_runs()
    {
        (string Name, string Text, string Words)[] bad =
        [
            ("empty.ipynb", "", "line 1: the file is empty"),
            ("text.ipynb", "hello", "line 1: it is not a notebook"),
            ("array.ipynb", "[1]", "line 1: it holds JSON but not a notebook"),
            ("object.ipynb", "{}", "no \"nbformat\""),
            ("old.ipynb", "{\"nbformat\":3}", "nbformat 3"),
            ("cells.ipynb", "{\"nbformat\":4,\"cells\":[3]}", "cell 1 is not an object"),
            ("twice.ipynb", "{\"nbformat\":4,\n\"nbformat\":4,\"cells\":[]}", "Duplicate property 'nbformat'"),
            ("deep.ipynb", new string('[', 100_000), "line 1: "),
        ];
        foreach (var (name, text, _) in bad)
            File.WriteAllText(PathOf(name), text);
        Directory.CreateDirectory(PathOf("folder.ipynb"));
        Write("good.ipynb", Code("a", "Console.WriteLine(6 * 7)"));

        var outcome = await Run(["run", .. bad.Select(file => file.Name), "folder.ipynb", "gone.ipynb", "good.ipynb"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("42\n", outcome.Output);
        Assert.Equal(bad.Length + 2, outcome.Complaints.Length);
        Assert.All(bad.Zip(outcome.Complaints), pair => Assert.StartsWith($"matnb run: {PathOf(pair.First.Name)}: ", pair.Second));
        Assert.All(bad.Zip(outcome.Complaints), pair => Assert.Contains(pair.First.Words, pair.Second));
    }

    [Theory]
    [InlineData("cutof=1", "there is no parameter 'cutof'. Did you mean 'cutoff'?")]
    [InlineData("cutoff=5nm", "'cutoff' is in Å, not in 'nm'")]
    [InlineData("epochs=1.5", "'epochs' is a whole number (int), not '1.5'")]
    [InlineData("=3", "a parameter is name=value")]
    public async Task A_wrong_parameter_is_one_line(string parameter, string words)
    {
        Write("p.ipynb", Code("p", "double cutoff = 6.0; // [Å] reach\nint epochs = 3;") with { Metadata = new JsonObject { ["tags"] = new JsonArray(3, "parameters") } });
        var outcome = await Run("run", "p.ipynb", "-p", parameter);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, Assert.Single(outcome.Complaints));
    }

    [Fact]
    public async Task Every_wrong_row_of_a_data_set_is_one_line_and_the_others_go_on()
    {
        (string Id, string Text, string Words)[] bad =
        [
            ("element", Cif.Replace("Cl1", "Qq1"), "line 14: "),
            ("volume", Cif.Replace("_c 5.64", "_c 0"), "line 2: No cell has a=5.64 b=5.64 c=0"),
            ("spot", Cif.Replace("0.5 0.5 0.5", "0 0 0"), "line 14: two atoms on one spot"),
            ("letters", Cif.Replace("0.5 0.5 0.5", "x 0.5 0.5"), "line 14: "),
            ("empty", "", "no data block"),
        ];
        foreach (var (id, text, _) in bad)
            File.WriteAllText(PathOf(id + ".cif"), text);
        File.WriteAllText(PathOf("good.cif"), Cif);
        File.WriteAllText(PathOf("other.cif"), Cif);
        File.WriteAllLines(PathOf("id_prop.csv"), [.. bad.Select(row => row.Id + ",1"), "other,nan", "gone,1", "good,1.5"]);
        Write("read.ipynb", Code("a", "foreach (var record in StructureRecords.Read(\".\", \"target\", bad => Console.WriteLine($\"bad {bad}\"))) Console.WriteLine(record.Id);"));

        var outcome = await Run("run", "read.ipynb");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        var lines = outcome.Output.Split('\n').Where(line => line.StartsWith("bad ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(bad.Length + 2, lines.Length);
        Assert.All(bad.Zip(lines), pair => Assert.Contains(pair.First.Words, pair.Second));
        Assert.Contains("nan", lines[^2]);
        Assert.Contains("gone", lines[^1]);
        Assert.Contains("\ngood\n", outcome.Output);
    }

    [Fact]
    public async Task A_cell_that_asks_for_a_wrong_file_is_bad_input_and_the_next_notebook_goes_on()
    {
        File.WriteAllText(PathOf("spot.cif"), Cif.Replace("0.5 0.5 0.5", "0 0 0"));
        Write("a.ipynb", Code("a", "StructureFile.Read(\"spot.cif\")"));
        Write("b.ipynb", Code("a", "Console.WriteLine(6 * 7)"));
        var outcome = await Run("run", "a.ipynb", "b.ipynb");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches("^matnb run: .*a.ipynb: .*spot.cif, line 14: two atoms on one spot", Assert.Single(outcome.Complaints));
        Assert.Contains("42\n", outcome.Output);
    }
}
