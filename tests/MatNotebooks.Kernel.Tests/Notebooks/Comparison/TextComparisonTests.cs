using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Notebooks.Comparison;

namespace MatNotebooks.Kernel.Tests.Notebooks.Comparison;

public sealed class TextComparisonTests
{
    private static readonly Tolerance Default = new(1e-6, 1e-9);

    [Theory]
    [InlineData("MAE 0.1234567 eV", "MAE 0.12345672 eV")]
    [InlineData("loss:  1.0", "loss: 0.9999999999")]
    [InlineData("x = -1e-12", "x = 1e-12")]
    [InlineData("(1.5,2.5)", "(1.5000001,2.5)")]
    [InlineData("E = −3.25 eV", "E = -3.2500001 eV")]
    [InlineData("a\r\nb\n", "a\nb")]
    [InlineData("NaN", "NaN")]
    public void The_same(string left, string right) => Assert.Null(TextComparison.Difference(left, right, Default));

    [Theory]
    [InlineData("MAE 0.12345 eV", "MAE 0.12346 eV")]
    [InlineData("1000000 rows", "1000001 rows")]
    [InlineData("Fe2.0000001O3", "Fe2.0000002O3")]
    [InlineData("mp-1000000.", "mp-1000001.")]
    [InlineData("1.0 eV", "1.0 meV")]
    [InlineData("NaN", "1.0")]
    [InlineData("1.0 2.0", "1.0")]
    [InlineData("1e999", "1.0")]
    public void Not_the_same(string left, string right) => Assert.NotNull(TextComparison.Difference(left, right, Default));

    [Fact]
    public void The_first_line_that_differs_is_shown_on_both_sides() =>
        Assert.Equal("line 2\n    - b 1.5\n    + b 1.6", TextComparison.Difference("a\nb 1.5\nc", "a\nb 1.6\nd", Default));

    [Fact]
    public void A_line_more_is_shown_on_its_side()
    {
        Assert.Equal("line 2\n    + b", TextComparison.Difference("a", "a\nb", Default));
        Assert.Equal("line 2\n    - b", TextComparison.Difference("a\nb", "a", Default));
    }

    [Fact]
    public void Without_a_tolerance_every_letter_counts() => Assert.NotNull(TextComparison.Difference("x = 1.0", "x = 1.00", tolerance: null));

    [Fact]
    public void A_number_is_the_same_exactly_when_the_tolerance_allows_it() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NormalFloat>(),
            ArbMap.Default.ArbFor<NormalFloat>(),
            (value, step) =>
            {
                var other = value.Get + (step.Get * 1e-7);
                var (left, right) = (Words(value.Get), Words(other));
                return (TextComparison.Difference(left, right, Default) is null) == Default.Allows(value.Get, other);
            }).QuickCheckThrowOnFailure();

    private static string Words(double value) => "value " + value.ToString("E17", CultureInfo.InvariantCulture) + " eV";
}
