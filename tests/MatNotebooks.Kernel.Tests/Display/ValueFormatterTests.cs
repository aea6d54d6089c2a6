using MatNotebooks.Kernel.Display;
using Microsoft.DotNet.Interactive.Formatting;
using TorchSharp;

namespace MatNotebooks.Kernel.Tests.Display;

public sealed class ValueFormatterTests
{
    private sealed record Row(string Name, double Value, int? Count);

    private sealed class Registered;

    private sealed class Throwing
    {
        public override string ToString() => throw new InvalidOperationException("no words");
    }

    private sealed class Cyclic
    {
        public Cyclic Self => this;
    }

    [Fact]
    public void Records_are_a_table()
    {
        var bundle = ValueFormatter.ToBundle(new[] { new Row("a<b", 1.0 / 3, null), new Row("c", double.NaN, 12) });
        Assert.Equal("Name     Value  Count\na<b   0.333333\nc          NaN     12", bundle.PlainText);
        var html = (string)bundle.Forms["text/html"]!;
        Assert.Contains("a&lt;b", html, StringComparison.Ordinal);
        Assert.Contains("<td style=\"text-align:right\">12</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_table_is_cut_and_says_so()
    {
        var bundle = ValueFormatter.ToBundle(Enumerable.Range(0, 1_000_000).Select(i => new Row("r" + i, i, i)));
        Assert.Contains("... the first 50 rows of a sequence; add .ToList() to see more", bundle.PlainText, StringComparison.Ordinal);
        Assert.Equal(55, bundle.PlainText.Split('\n').Length); // heading, rows, note, and three columns summed up
    }

    [Fact]
    public void Tuples_and_dictionaries_are_tables_too()
    {
        Assert.Equal("Item1  Item2\n    1  a", ValueFormatter.ToBundle(new[] { (1, "a") }).PlainText);
        Assert.Equal("Key  Value\na      1.5", ValueFormatter.ToBundle(new Dictionary<string, double> { ["a"] = 1.5 }).PlainText);
    }

    [Fact]
    public void Numbers_in_rows_and_columns()
    {
        var text = ValueFormatter.ToBundle(new double[,] { { 1, 2 }, { -3, 4.5 } }).PlainText;
        Assert.Equal("Double[2,2]\n[[  1,   2],\n [ -3, 4.5]]", text);
    }

    [Fact]
    public void Tensors_say_type_shape_and_numbers()
    {
        using var tensor = torch.arange(4, torch.ScalarType.Int64).reshape(2, 2);
        Assert.Equal("Int64 [2×2] on cpu\n[[0, 1],\n [2, 3]]", ValueFormatter.ToBundle(tensor).PlainText);
        using var large = torch.zeros(100, 100);
        Assert.Equal(8, ValueFormatter.ToBundle(large).PlainText.Split('\n').Length);
        large.Dispose();
        Assert.Equal("Tensor (disposed)", ValueFormatter.ToBundle(large).PlainText);
    }

    [Fact]
    public void What_a_cell_registers_wins()
    {
        Formatter.Register<Registered>(_ => "<b>mine</b>", "text/html");
        Assert.Equal("<b>mine</b>", (string?)ValueFormatter.ToBundle(new Registered()).Forms["text/html"]);
    }

    [Fact]
    public void A_value_that_cannot_write_itself_is_told_not_thrown() =>
        Assert.Equal("Throwing could not be displayed: InvalidOperationException: no words", ValueFormatter.ToBundle(new Throwing()).PlainText);

    [Fact]
    public void A_cyclic_object_ends() => Assert.InRange(ValueFormatter.ToBundle(new Cyclic()).PlainText.Length, 1, 2000);

    [Fact]
    public void Every_bundle_has_plain_text() => Assert.All(
        new object?[] { null, 1, "x", 'c', DateTime.UnixEpoch, new object(), new List<int> { 1 }, new[] { "a", "b" }, typeof(string), new Exception("e") },
        value => Assert.NotEqual("", ValueFormatter.ToBundle(value).PlainText));
}
