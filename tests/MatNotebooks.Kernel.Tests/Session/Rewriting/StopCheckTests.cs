using MatNotebooks.Kernel.Session;
using MatNotebooks.Kernel.Session.Rewriting;
using MatNotebooks.Kernel.Tests.Cells;

namespace MatNotebooks.Kernel.Tests.Session.Rewriting;

public sealed class StopCheckTests : IDisposable
{
    private readonly CellBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("for (var i = 0; i < n; i++) s += a[i] * Math.Sqrt(b[i]);")]
    [InlineData("foreach (var x in a) s += x;")]
    [InlineData("var squares = a.Select(x => x * x).ToArray();")]
    [InlineData("int Twice(int n) => 2 * n;")]
    public void What_ends_by_itself_stays_as_it_is(string code) => Assert.Empty(StopChecks.Of(SubmissionCompiler.Parse(code)));

    [Theory]
    [InlineData("for (;;) n++;")]
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
