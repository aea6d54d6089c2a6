using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

public sealed class PlainDecimalTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261121, 297).WithMaxTest(5000);

    [Fact]
    public void What_it_reads_is_what_the_library_reads_to_the_last_bit() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue - 1).Select(Number).ToArbitrary(), text =>
        {
            var isRead = PlainDecimal.TryParse<char>(text, out var value);
            return PlainDecimal.TryParse<byte>(Encoding.ASCII.GetBytes(text), out var same) == isRead
                && (!isRead || (BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(value) && value.Equals(same)));
        }).Check(Seeded);

    [Theory]
    [InlineData("0.25", 0.25)]
    [InlineData("-13", -13.0)]
    [InlineData("0.3333333333333333", 0.3333333333333333)]
    [InlineData("1e5", null)]
    [InlineData("", null)]
    [InlineData("-", null)]
    [InlineData("1.2.3", null)]
    [InlineData("+1", null)]
    [InlineData("99999999999999999999", null)]
    public void It_leaves_what_is_not_plain(string text, double? expected) =>
        Assert.Equal(expected, PlainDecimal.TryParse<char>(text, out var value) ? value : null);

    private static string Number(int seed)
    {
        var random = new Random(seed);
        var digits = string.Concat(Enumerable.Range(0, random.Next(1, 19)).Select(_ => (char)('0' + random.Next(10))));
        var point = random.Next(-1, digits.Length + 1);
        return (random.Next(3) == 0 ? "-" : "") + (point < 0 ? digits : digits.Insert(point, "."));
    }
}
