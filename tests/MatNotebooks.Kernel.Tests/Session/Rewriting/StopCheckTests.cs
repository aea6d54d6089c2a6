using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.Rewriting;
using MatNotebooks.Kernel.Tests.Cells;

namespace MatNotebooks.Kernel.Tests.Session.Rewriting;

public sealed class StopCheckTests : IDisposable
{
    private readonly CellBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("double F() { for (var i = 0; i < n; i++) s += a[i] * Math.Sqrt(b[i]); return s; }")]
    [InlineData("double F() { foreach (var x in a) s += x; return s; }")]
    [InlineData("{ double F() { foreach (var x in a) s += x; return s; } }")]
    [InlineData("var f = () => 2; class C { double F() { for (int i = 0, j = 0; i < n; i++, j++) s += a[i, j]; return s; } }")]
    [InlineData("var squares = a.Select(x => x * x).ToArray();")]
    [InlineData("int Twice(int n) => 2 * n;")]
    public void What_ends_by_itself_stays_as_it_is(string code) => Assert.Empty(StopChecks.Of(SubmissionCompiler.Parse(code)));

    [Theory]
    [InlineData("for (;;) n++;")]
    [InlineData("for (var i = 0; i < n; i++) s += a[i];")]
    [InlineData("{ foreach (var x in a) s += x; }")]
    [InlineData("void F() { for (var i = 0L; i < n; i++) s += i; }")]
    [InlineData("void F() { for (var i = 0; i < n;) s += i; }")]
    [InlineData("void F() { for (double x = 0; x < 1; x += 1e-300) s += x; }")]
    [InlineData("again: n++; goto again;")]
    [InlineData("while (a) n++;")]
    [InlineData("do n++; while (a);")]
    [InlineData("foreach (var x in a) F(x);")]
    [InlineData("foreach (var (x, y) in a) F(x);")]
    [InlineData("for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) s += a[i, j];")]
    [InlineData("Parallel.For(0, n, i => { F(i); });")]
    [InlineData("void Self() => Self();")]
    [InlineData("int Self(int n) { return Self(n); }")]
    public void What_may_not_end_asks(string code)
    {
        var rewritten = new RewrittenCode(code, StopChecks.Of(SubmissionCompiler.Parse(code))).Text;
        Assert.Contains("StopCheck", rewritten, StringComparison.Ordinal);
        Assert.DoesNotContain(SubmissionCompiler.Parse(rewritten).GetDiagnostics(), diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("Enumerable.Range(0, 4).Select(x => x * x).Where(x => x % 2 == 0).Sum()", "4")]
    [InlineData("(from x in new[] { 1, 2, 3 } where x > 1 orderby -x select $\"{x}\" + x).First()", "33")]
    [InlineData("new[] { \"a\", \"bb\" }.ToDictionary(s => s.Length, s => (s, s.ToUpperInvariant()))[2].Item2", "BB")]
    [InlineData("new[] { (Name: \"a\", Size: 2) }.Select(p => new { p.Name, Twice = p.Size * 2 }).Single().Twice", "4")]
    [InlineData("Enumerable.Range(1, 3).Aggregate(0L, (sum, n) => sum + n)", "6")]
    [InlineData("Enumerable.Range(1, 3).Select(n => n > 1 && n is int m && m < 3).Count(b => !b)", "2")]
    public async Task Queries_ask_and_give_what_they_gave(string code, string expected)
    {
        Assert.NotEmpty(QueryChecks.Of(SubmissionCompiler.Parse(code)));
        Assert.Equal(expected, (await bench.RunAll(code)).Result);
    }

    [Fact]
    public async Task Expression_trees_stay_what_they_are()
    {
        var tree = "System.Linq.Queryable.AsQueryable(new[] { 1, 2, 3 })";
        Assert.DoesNotContain("StopCheck", (await bench.RunAll($"{tree}.Where(x => x > 1).Expression.ToString()")).Result, StringComparison.Ordinal);
        Assert.DoesNotContain("StopCheck", (await bench.RunAll($"(from x in {tree} where x > 1 select x + 1).Expression.ToString()")).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_of_errors_are_those_that_were_written()
    {
        Assert.Contains("column 24: error CS0103", (await bench.Run("while (true) { int a = wrong; }")).Trace, StringComparison.Ordinal);
        var thrown = await bench.Run("int zero = 0; while (true) { var a = 1; throw new FormatException(); }");
        Assert.EndsWith("\n    |" + new string(' ', 41) + "^", thrown.Trace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_calls_itself_for_ever_ends_in_an_error_and_not_in_the_end_of_the_process()
    {
        var deep = await bench.Run("int Down(int n) => Down(n + 1) + 1;\nDown(0)");
        Assert.Equal("InsufficientExecutionStackException", deep.Error!.Name);
        Assert.Contains("calls itself", deep.Error.Value, StringComparison.Ordinal);
        Assert.Equal("5", (await bench.RunAll("int Depth(int n) { if (n == 0) return 5; return Depth(n - 1); }\nDepth(50_000)")).Result);
    }
}
