using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Cells;

namespace MatNotebooks.Kernel.Tests.Cells;

public sealed class ParameterCellTests
{
    private const string Source = """
        // What a reader may change
        int epochs = 20;          // how long to train
        double cutoff = 6.0;      // [Å] reach of a bond
        var seed = 7;
        string data = "";
        bool quick = false;
        double? limit = null;
        var rate = 1e-3;
        DateTime day = default;
        """;

    private readonly ParameterCell cell = ParameterCell.Parse(Source);

    [Fact]
    public void Declarations_are_read_with_type_default_and_unit() => Assert.Equal(
        [
            new Parameter("epochs", "int", "20", null), new Parameter("cutoff", "double", "6.0", "Å"), new Parameter("seed", "int", "7", null),
            new Parameter("data", "string", "\"\"", null), new Parameter("quick", "bool", "false", null), new Parameter("limit", "double?", "null", null),
            new Parameter("rate", "double", "1e-3", null), new Parameter("day", "DateTime", "default", null),
        ],
        cell.Parameters);

    [Theory]
    [InlineData("epochs", "5", "int epochs = 5;")]
    [InlineData("epochs", "1e2", "int epochs = 100;")]
    [InlineData("epochs", "-3", "int epochs = -3;")]
    [InlineData("cutoff", "8", "double cutoff = 8.0;")]
    [InlineData("cutoff", "8 Å", "double cutoff = 8.0;")]
    [InlineData("cutoff", "7.25Å", "double cutoff = 7.25;")]
    [InlineData("data", "a \"b\" \\ c", "string data = \"a \\\"b\\\" \\\\ c\";")]
    [InlineData("data", "5", "string data = \"5\";")]
    [InlineData("quick", "True", "bool quick = true;")]
    [InlineData("limit", "2", "double? limit = 2.0;")]
    [InlineData("limit", "null", "double? limit = null;")]
    [InlineData("rate", "0.5", "double rate = 0.5;")]
    public void Values_become_literals_of_the_declared_type(string name, string value, string expected) =>
        Assert.Equal("// Parameters\n" + expected, cell.Inject([KeyValuePair.Create(name, value)]));

    [Theory]
    [InlineData("epoch", "5", "there is no parameter 'epoch'. Did you mean 'epochs'? The notebook has epochs (int), cutoff (double, Å), seed (int), data (string), quick (bool), limit (double?), rate (double), day (DateTime).")]
    [InlineData("epochs", "2.5", "parameter 'epochs' is a whole number (int), not '2.5'.")]
    [InlineData("epochs", "many", "parameter 'epochs' is a number (int), not 'many'.")]
    [InlineData("epochs", "3000000000", "parameter 'epochs' is of type int, from -2147483648 to 2147483647; '3000000000' lies outside.")]
    [InlineData("epochs", "5 s", "parameter 'epochs' has no unit, but '5 s' carries 's': write epochs=5.")]
    [InlineData("cutoff", "0.6 nm", "parameter 'cutoff' is in Å, not in 'nm': convert the value and write cutoff=0.6Å or the number alone.")]
    [InlineData("cutoff", "1e999", "parameter 'cutoff' must be a finite number, not '1e999'.")]
    [InlineData("quick", "yes", "parameter 'quick' is true or false, not 'yes'.")]
    [InlineData("day", "today", "parameter 'day' is of type DateTime, which cannot be set from outside: use a number, a bool or a string.")]
    public void What_does_not_fit_is_told(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<ParameterException>(() => cell.Inject([KeyValuePair.Create(name, value)])).Message);

    [Fact]
    public void A_notebook_without_parameters_says_how_to_have_some() => Assert.Equal(
        "there is no parameter 'x'. The notebook has none: tag a cell of declarations 'parameters'.",
        Assert.Throws<ParameterException>(() => ParameterCell.Parse("").Inject([KeyValuePair.Create("x", "1")])).Message);

    [Fact]
    public void Any_text_and_any_number_arrive_as_they_were_typed() => Prop.ForAll<NonNull<string>, NormalFloat>((text, number) =>
    {
        var injected = ParameterCell.Parse(cell.Inject([KeyValuePair.Create("data", text.Get), KeyValuePair.Create("rate", number.Get.ToString("R"))]));
        var values = injected.Parameters.Select(parameter => Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression(parameter.Default)).ToArray();
        return Equals(Constant(values[0]), text.Get) && Equals(Constant(values[1]), number.Get);
    }).QuickCheckThrowOnFailure();

    private static object? Constant(Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax value) => value switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.PrefixUnaryExpressionSyntax minus => -(double)Constant(minus.Operand)!,
        Microsoft.CodeAnalysis.CSharp.Syntax.LiteralExpressionSyntax literal => literal.Token.Value,
        _ => null,
    };
}
