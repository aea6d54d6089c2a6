namespace MatNotebooks.Kernel.Tests.Cells;

/// <summary>What is told about the place marked "|".</summary>
public sealed class InspectionTests : IDisposable
{
    private readonly CellBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("Math.Sq|rt(2)", "double Math.Sqrt(double d)")]
    [InlineData("Math.Sqrt|(2)", "square root")]
    [InlineData("Math.Sqrt(|)", "double Math.Sqrt(double d)")]
    [InlineData("\"a\".Substring(1, |)", "string string.Substring(int startIndex, int length)")]
    [InlineData("\"a\".Substring(1, |)", "startIndex: ")]
    [InlineData("new List<st|ring>()", "Represents text")]
    [InlineData("DayOf|Week.Monday", "Sunday, Monday")]
    [InlineData("#!ti|me", "Usage:")]
    public async Task Names_and_calls_are_explained(string marked, string part) => Assert.Contains(part, await Ask(marked), StringComparison.Ordinal);

    [Fact]
    public async Task A_variable_is_told_with_its_type_and_value()
    {
        await bench.RunAll("var masses = new[] { 1.5, 2.5 };");
        var told = await Ask("masses|.Length");
        Assert.Contains("double[] masses", told, StringComparison.Ordinal);
        Assert.Contains("[1.5, 2.5]", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("|")]
    [InlineData("1 +| 1")]
    [InlineData("// Mat|h")]
    public async Task Nothing_is_told_about_nothing(string marked) => Assert.Equal("", await Ask(marked));

    private async Task<string> Ask(string marked)
    {
        var at = marked.IndexOf('|', StringComparison.Ordinal);
        return (await bench.Runner.InspectAsync(marked.Remove(at, 1), at, detailed: true, CancellationToken.None))?.PlainText ?? "";
    }
}
