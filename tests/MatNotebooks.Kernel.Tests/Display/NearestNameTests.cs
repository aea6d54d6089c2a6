using MatNotebooks.Kernel.Display;

namespace MatNotebooks.Kernel.Tests.Display;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("epoch", "epochs")]
    [InlineData("cutof", "cutoff")]
    [InlineData("ctuoff", "cutoff")]
    [InlineData("Seed", "seed")]
    [InlineData("temperature", null)]
    public void The_name_with_the_fewest_errors_is_found(string typed, string? expected) =>
        Assert.Equal(expected, NearestName.Find(typed, ["seed", "cutoff", "epochs"]));

    [Fact]
    public void A_hint_is_a_sentence_or_nothing()
    {
        Assert.Equal(" Did you mean 'seed'?", NearestName.Hint("sead", ["seed"]));
        Assert.Equal("", NearestName.Hint("sead", []));
    }
}
