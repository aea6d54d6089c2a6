using MatNotebooks.Kernel.Session.Packages;

namespace MatNotebooks.Kernel.Tests.Session.Packages;

public sealed class PackageVersionTests
{
    [Theory]
    [InlineData("1.0.0", "1.0", 0)]
    [InlineData("1.0.0+build", "1.0.0", 0)]
    [InlineData("1.10.0", "1.9.0", 1)]
    [InlineData("2.0.0", "10.0.0", -1)]
    [InlineData("1.0.0-beta", "1.0.0", -1)]
    [InlineData("1.0.0-beta.2", "1.0.0-beta.11", -1)]
    [InlineData("1.0.0-1", "1.0.0-alpha", -1)]
    public void Versions_are_ordered_as_NuGet_orders_them(string left, string right, int order)
    {
        Assert.Equal(order, Math.Sign(PackageVersion.Order.Compare(left, right)));
        Assert.Equal(-order, Math.Sign(PackageVersion.Order.Compare(right, left)));
    }

    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("1.*", false)]
    [InlineData("[1.0,2.0)", false)]
    public void Ranges_and_patterns_are_no_versions(string text, bool exact) => Assert.Equal(exact, PackageVersion.IsExact(text));
}
