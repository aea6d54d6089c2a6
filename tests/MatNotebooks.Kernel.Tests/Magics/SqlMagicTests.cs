using MatNotebooks.Kernel.Display;
using MatNotebooks.Tests;

namespace MatNotebooks.Kernel.Tests.Magics;

public sealed class SqlMagicTests : IDisposable
{
    private const string Rows = "record Compound(string Formula, double? Gap, int Atoms);\nvar rows = new Compound[] { new(\"MgO\", 4.5, 2), new(\"Cu\", null, 1), new(\"NaCl\", 5.1, 2) };";
    private readonly NotebookFolder notebook = new();

    public void Dispose() => notebook.Dispose();

    [DuckDbFact]
    public async Task Variables_of_every_shape_are_tables()
    {
        await notebook.RunAll(Rows, "var anonymous = rows.Select(row => new { row.Formula, Twice = row.Atoms * 2 });", "var columns = new Dictionary<string, double[]> { [\"x\"] = new[] { 1.0, 2, 3 } };");
        Assert.Equal("Formula  Gap  Twice\nNaCl     5.1      4\nMgO      4.5      4\n2 rows", await notebook.Shown("#!sql\nSELECT r.Formula, Gap, Twice\nFROM rows r JOIN anonymous USING (Formula)\nWHERE Gap > 1\nORDER BY Gap DESC"));
        Assert.Equal("s\n6\n1 row", await notebook.Shown("#!sql\nSELECT sum(x) AS s FROM COLUMNS"));
        var bundle = (await notebook.RunAll("#!sql\nSELECT * FROM rows")).Messages.OfType<DisplayMessage.Data>().Single().Bundle;
        Assert.Contains("<th style=\"text-align:right\" title=\"DOUBLE\">Gap</th>", (string)bundle.Forms["text/html"]!, StringComparison.Ordinal);
    }

    [DuckDbFact]
    public async Task A_result_is_kept_as_typed_records_that_csharp_uses()
    {
        await notebook.RunAll(Rows, "#!sql --as best\nSELECT formula, gap, atoms AS \"number of atoms\", [1.0::DOUBLE] AS list, DATE '2020-02-29' AS class FROM rows ORDER BY formula");
        Assert.Equal("True NaCl 2 1 2020", (await notebook.RunAll("$\"{best[0].Gap is null} {best.MaxBy(row => row.Gap)!.Formula} {best[1].number_of_atoms} {best[1].list[0]} {best[1].@class.Year}\"")).Result);
        await notebook.RunAll("#!sql --as best\nSELECT count(*) AS n FROM best");
        Assert.Equal("3", (await notebook.RunAll("best[0].n")).Result);
    }

    [DuckDbFact]
    public async Task Tables_stay_from_cell_to_cell_and_variables_are_read_anew()
    {
        await notebook.RunAll("var list = new List<double> { 1, 2 };", "#!sql\nCREATE TABLE kept AS SELECT value FROM list", "list.Add(10);");
        Assert.Equal("a  b\n2  3\n1 row", await notebook.Shown("#!sql\nSELECT (SELECT count(*) FROM kept) AS a, (SELECT count(*) FROM list) AS b"));
    }

    [DuckDbFact]
    public async Task Values_of_variables_and_files_of_the_notebooks_folder_may_be_named()
    {
        notebook.Write("data.csv", "name,x\na,1\nb,5\n");
        await notebook.RunAll("var cutoff = 2.5; var names = new[] { \"b\", \"c\" };");
        Assert.Equal("name  x\nb     5\n1 row", await notebook.Shown("#!sql\nSELECT * FROM 'data.csv' WHERE x > $cutoff AND list_contains($names, name) -- not $this\n"));
    }

    [DuckDbFact]
    public async Task FSharp_values_are_tables_too()
    {
        await notebook.RunAll("#!fsharp\ntype Row = { Name: string; Value: float }\nlet data = [ { Name = \"a\"; Value = 1.5 }; { Name = \"b\"; Value = 2.5 } ]");
        Assert.Equal("m\n2\n1 row", await notebook.Shown("#!sql\nSELECT avg(Value) AS m FROM data"));
    }

    [DuckDbFact]
    public async Task Errors_point_into_the_cell()
    {
        await notebook.RunAll(Rows);
        var wrong = await notebook.Run("var a = 1;\n#!sql\nSELECT Formula,\n  Gpa\nFROM rows");
        Assert.Equal("SqlError", wrong.Error!.Name);
        Assert.StartsWith("Cell In[2], line 4, column 3: Binder Error: Referenced column \"Gpa\" not found", wrong.Error.Traceback[0], StringComparison.Ordinal);
        Assert.Equal(["  4 |   Gpa", "    |   ^"], wrong.Error.Traceback.Skip(1));
        Assert.Equal("Formula\nMgO\n1 row", await notebook.Shown("#!sql SELECT Formula FROM rows\nWHERE Formula = 'MgO'"));
        Assert.StartsWith("Cell In[4], line 1, column 14: ", (await notebook.Run("#!sql SELECT Gpa FROM rows")).Error!.Traceback[0], StringComparison.Ordinal);
        Assert.EndsWith("Did you mean 'rows'?", (await notebook.Run("#!sql\nSELECT * FROM rwos")).Error!.Value, StringComparison.Ordinal);
        Assert.EndsWith("The variable a is a int, which makes no table.", (await notebook.Run("#!sql\nSELECT * FROM a")).Error!.Value, StringComparison.Ordinal);
        Assert.Equal("#!sql: $cutof names no variable.", (await notebook.Run("#!sql\nSELECT $cutof")).Error!.Value);
        Assert.StartsWith("#!sql needs SQL", (await notebook.Run("#!sql\n")).Error!.Value, StringComparison.Ordinal);
        Assert.StartsWith("'class' is no name", (await notebook.Run("#!sql --as class\nSELECT 1")).Error!.Value, StringComparison.Ordinal);
    }

    [DuckDbFact]
    public async Task A_running_query_is_stopped_with_the_cell()
    {
        using var stop = new CancellationTokenSource();
        var running = notebook.Run("#!sql\nSELECT sum(sqrt(a.range + b.range)) FROM range(3000000) a, range(3000000) b", stop.Token);
        stop.CancelAfter(300);
        Assert.Equal("Interrupted", (await running.WaitAsync(TimeSpan.FromSeconds(60))).Error!.Name);
        Assert.Equal("x\n1\n1 row", await notebook.Shown("#!sql\nSELECT 1 AS x"));
    }

    [DuckDbFact]
    public async Task Large_results_are_cut_where_nobody_keeps_them()
    {
        var text = await notebook.Shown("#!sql\nSELECT range AS i FROM range(1000000000000)");
        Assert.EndsWith("more than 10,000 rows; the first 50 are shown", text, StringComparison.Ordinal);
    }

    [DuckDbFact]
    public async Task The_code_it_shows_does_the_same()
    {
        const string Sql = "SELECT Formula FROM rows\nWHERE Gap > $cutoff";
        await notebook.RunAll(Rows, "var cutoff = 5.0;");
        var code = await notebook.Shown($"#!sql --show-code --as found\n{Sql}");
        Assert.Equal(await notebook.Shown($"#!sql\n{Sql}"), (await notebook.RunAll(code)).Result);
    }
}
