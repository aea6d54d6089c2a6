namespace MatNotebooks.Kernel.Tests.Magics;

public sealed class VariableMagicTests : IDisposable
{
    private readonly NotebookFolder notebook = new();

    public void Dispose() => notebook.Dispose();

    [Fact]
    public async Task Who_lists_names()
    {
        Assert.Equal("There are no variables yet.", await notebook.Shown("#!who"));
        await notebook.RunAll("var b = 1; var a = 2;");
        Assert.Equal("a  b", await notebook.Shown("#!who"));
    }

    [Fact]
    public async Task Whos_tells_type_size_and_value_of_each()
    {
        await notebook.RunAll(
            "var grid = new double[3, 4]; var word = \"abc\"; var list = new List<int> { 1, 2 }; double half = 0.5; string nothing = null;",
            "class Broken { public override string ToString() => throw new InvalidOperationException(); }\nvar broken = new Broken(); var lazy = Enumerable.Repeat(1, int.MaxValue);");
        var lines = (await notebook.Shown("#!whos")).Split('\n').Skip(1).Select(line => string.Join('|', line.Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim())));
        Assert.Subset(lines.ToHashSet(), new HashSet<string>
        {
            "broken|Broken|(its ToString throws InvalidOperationException)", "grid|double[,]|(3, 4)|[0, 0, 0, 0, 0, 0, …]", "half|double|0.5",
            "list|List<int>|2|[1, 2]", "nothing|string|null", "word|string|3|abc",
        });
        Assert.Contains("word", await notebook.Shown("#!whos word half"), StringComparison.Ordinal);
        Assert.DoesNotContain("grid", await notebook.Shown("#!whos word half"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whos_hints_at_the_name_meant()
    {
        await notebook.RunAll("var energies = 1;");
        Assert.Equal("#!whos: there is no variable 'enrgies'. Did you mean 'energies'?", (await notebook.Run("#!whos enrgies")).Error!.Value);
    }

    [Fact]
    public async Task Value_keeps_text_json_and_files()
    {
        notebook.Write("data.json", "{\"a\": [1, 2]}");
        notebook.Write("note.txt", "hello");
        await notebook.RunAll("#!value --name text\nfirst\nsecond \"quoted\"", "#!value --name tree --mime-type application/json\n{\"x\": 1.5}", "#!value --name file --from-file data.json\n", "#!value --name note --from-file note.txt");
        Assert.Equal("first\nsecond \"quoted\"", (await notebook.RunAll("text")).Result);
        Assert.Equal("1.5", (await notebook.RunAll("(double)tree[\"x\"]")).Result);
        Assert.Equal("2", (await notebook.RunAll("(int)file[\"a\"][1]")).Result);
        Assert.Equal("5", (await notebook.RunAll("note.Length")).Result);
    }

    [Theory]
    [InlineData("#!value\nx", "#!value needs a name: #!value --name text")]
    [InlineData("#!value --name class\nx", "'class' is no name for a variable: it takes letters, digits and _, a letter first, and no word of the language.")]
    [InlineData("#!value --name x --mime-type application/json\n{\n1}", "#!value: line 2 of the text is not JSON. Mend it, or store it as it is with --mime-type text/plain.")]
    [InlineData("#!value --name x --mime-type image/png\nx", "#!value does not know --mime-type image/png; text/plain and application/json are known.")]
    [InlineData("#!value --name x --from-file a.txt\ntext", "#!value takes the file or the lines below, not both: put code that follows under #!csharp.")]
    public async Task A_wrong_value_is_one_clear_line(string code, string message) => Assert.Equal(message, (await notebook.Run(code)).Error!.Value);

    [Fact]
    public async Task A_file_that_is_not_there_is_named() =>
        Assert.Contains(Path.Combine(notebook.Path, "none.txt"), (await notebook.Run("#!value --name x --from-file none.txt")).Error!.Value, StringComparison.Ordinal);

    [Theory]
    [InlineData("#!who")]
    [InlineData("#!whos")]
    [InlineData("#!value")]
    [InlineData("#!import")]
    public async Task Each_explains_itself_and_is_listed(string name)
    {
        Assert.Contains("Usage:\n  " + name, await notebook.Shown(name + " -h"), StringComparison.Ordinal);
        Assert.Contains(name, await notebook.Shown("#!lsmagic"), StringComparison.Ordinal);
    }
}
