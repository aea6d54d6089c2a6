namespace MatNotebooks.NotebookTests;

public sealed class RunCommandTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("matnb").FullName;
    private readonly string basics = Path.Combine(MatnbProcess.Root, "tests", "Notebooks", "cases", "basics.ipynb");

    [Fact]
    public async Task Parameters_reach_the_notebook_and_files_named_here_are_found_there()
    {
        File.WriteAllText(Path.Combine(folder, "rows.csv"), "");
        var run = await MatnbProcess.RunAsync(folder, "run", basics, "-p", "count=2", "-p", "cutoff=7 Å", "-p", "data=rows.csv");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("data: True", run.Output, StringComparison.Ordinal);
        var executed = File.ReadAllText(Path.Combine(folder, "out", "basics.ipynb"));
        Assert.Contains("double cutoff = 7.0;", executed, StringComparison.Ordinal);
        Assert.Contains("injected-parameters", executed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_failing_cell_is_shown_the_part_that_ran_is_saved_and_the_code_is_1()
    {
        var run = await MatnbProcess.RunAsync(folder, "run", Write("bad", "1 + 1", "int zero = 0;\nreturn 1 / zero;", "3"), "--html");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Cell In[2], line 2", run.Output, StringComparison.Ordinal);
        var saved = File.ReadAllText(Path.Combine(folder, "out", "bad.ipynb"));
        Assert.Contains("DivideByZeroException", saved, StringComparison.Ordinal);
        Assert.Contains("DivideByZeroException", File.ReadAllText(Path.Combine(folder, "out", "bad.html")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_is_one_line_each_and_the_others_go_on()
    {
        var torn = Path.Combine(folder, "torn.ipynb");
        File.WriteAllText(torn, "{\n \"cells\": [\n");
        var run = await MatnbProcess.RunAsync(folder, "run", torn, Path.Combine(folder, "absent.ipynb"), Write("good", "40 + 2"));
        Assert.Equal(2, run.ExitCode);
        var lines = run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"matnb run: {torn}: line 3: it is not a notebook", lines[0], StringComparison.Ordinal);
        Assert.Equal($"matnb run: {Path.Combine(folder, "absent.ipynb")}: there is no such notebook. Check the path.", lines[1]);
        Assert.True(File.Exists(Path.Combine(folder, "out", "good.ipynb")));
    }

    [Theory]
    [InlineData(new[] { "-p", "cutof=3" }, "there is no parameter 'cutof'. Did you mean 'cutoff'? The notebook has count (int), cutoff (double, Å), data (string), quick (bool).")]
    [InlineData(new[] { "-p", "cutoff=0.6 nm" }, "parameter 'cutoff' is in Å, not in 'nm': convert the value and write cutoff=0.6Å or the number alone.")]
    [InlineData(new[] { "-p", "count" }, "-p count: a parameter is name=value, as in -p epochs=5.")]
    [InlineData(new[] { "--timeout", "0" }, "--timeout 0: a cell's limit lies between 0 and 1000000 seconds. Give, say, --timeout 600.")]
    [InlineData(new[] { "--timout", "5" }, "There is no option --timout. Did you mean '--timeout'?")]
    public async Task Wrong_options_are_told_with_code_2(string[] options, string message)
    {
        var run = await MatnbProcess.RunAsync(folder, ["run", basics, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Control_c_stops_the_cell_and_saves_what_ran()
    {
        var endless = Write("endless", "1 + 1", "Console.WriteLine(\"now\");\nwhile (true) { }", "3");
        var run = await MatnbProcess.RunAsync(folder, "now", ["run", endless]);
        Assert.Equal(130, run.ExitCode);
        Assert.Contains("The cell was stopped.", File.ReadAllText(Path.Combine(folder, "out", "endless.ipynb")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_version_and_surroundings_are_told()
    {
        Assert.StartsWith("0.", (await MatnbProcess.RunAsync(folder, "--version")).Output, StringComparison.Ordinal);
        Assert.Contains("libtorch", (await MatnbProcess.RunAsync(folder, "about")).Output, StringComparison.Ordinal);
    }

    private string Write(string name, params string[] sources)
    {
        var cells = sources.Select(source => $$"""{"cell_type": "code", "source": {{System.Text.Json.JsonSerializer.Serialize(source)}}, "metadata": {}, "outputs": [], "execution_count": null}""");
        var path = Path.Combine(folder, name + ".ipynb");
        File.WriteAllText(path, $$"""{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [{{string.Join(", ", cells)}}]}""");
        return path;
    }
}
