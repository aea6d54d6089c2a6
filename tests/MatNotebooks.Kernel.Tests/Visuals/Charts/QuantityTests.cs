using MatNotebooks.Kernel.Visuals.Charts;

namespace MatNotebooks.Kernel.Tests.Visuals.Charts;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0.0318, 3, "eV", "0.0318 eV")]
    [InlineData(-1234.6, 3, null, "−1,235")]
    [InlineData(0.00000123, 3, null, "1.23×10⁻⁶")]
    [InlineData(1e-7, 3, null, "10⁻⁷")]
    [InlineData(0, 3, "K", "0 K")]
    [InlineData(2.5, 3, "GPa", "2.50 GPa")]
    [InlineData(double.NaN, 3, null, "not a number")]
    public void Numbers_read_as_people_write_them(double value, int digits, string? unit, string text) => Assert.Equal(text, Quantity.Of(value, digits, unit));

    [Theory]
    [InlineData(2.5, "2.5")]
    [InlineData(600, "600")]
    [InlineData(-6, "−6")]
    public void Short_numbers_have_no_zeros_at_their_end(double value, string text) => Assert.Equal(text, Quantity.Short(value, 4));
}
