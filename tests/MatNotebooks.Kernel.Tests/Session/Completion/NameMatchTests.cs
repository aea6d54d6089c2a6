using MatNotebooks.Kernel.Session.Completion;

namespace MatNotebooks.Kernel.Tests.Session.Completion;

public sealed class NameMatchTests
{
    [Theory]
    [InlineData("ReadLine", "Re", 0)]
    [InlineData("ReadLine", "re", 1)]
    [InlineData("ReadNumericString", "RNS", 2)]
    [InlineData("ReadNumericString", "ReNuSt", 2)]
    [InlineData("zero_grad", "zg", 2)]
    [InlineData("SelectMany", "many", 3)]
    [InlineData("SelectMany", "ma", null)]
    [InlineData("Select", "x", null)]
    [InlineData("Select", "", 0)]
    public void Beginnings_come_before_initials_and_parts(string name, string typed, int? rank) => Assert.Equal(rank, NameMatch.Rank(name, typed));
}
