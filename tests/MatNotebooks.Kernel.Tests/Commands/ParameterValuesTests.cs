using MatNotebooks.Kernel.Commands;

namespace MatNotebooks.Kernel.Tests.Commands;

public sealed class ParameterValuesTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("matnb").FullName;

    [Fact]
    public void The_last_value_of_a_name_counts_and_an_equals_sign_may_stand_in_a_value()
    {
        Assert.Null(ParameterValues.Parse(["a=1", "b=x=y", "a=2"], folder, out var values));
        Assert.Equal([new("a", "2"), new("b", "x=y")], values);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("=1")]
    public void What_is_no_pair_is_told(string text) =>
        Assert.Equal($"-p {text}: a parameter is name=value, as in -p epochs=5.", ParameterValues.Parse([text], folder, out _));

    [Fact]
    public void A_file_seen_from_here_becomes_a_full_path()
    {
        File.WriteAllText(Path.Combine(folder, "data.csv"), "");
        Directory.CreateDirectory(Path.Combine(folder, "cifs"));
        Assert.Null(ParameterValues.Parse(["a=data.csv", "b=./cifs", "c=cifs", "d=none.csv", "e=0.5"], folder, out var values));
        Assert.Equal([Path.Combine(folder, "data.csv"), Path.Combine(folder, "cifs"), "cifs", "none.csv", "0.5"], values.Select(value => value.Value));
    }
}
