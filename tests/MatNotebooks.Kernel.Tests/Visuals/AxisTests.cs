using MatNotebooks.Kernel.Visuals;

namespace MatNotebooks.Kernel.Tests.Visuals;

public sealed class AxisTests
{
    [Theory]
    [InlineData("volume (Å³)", "volume", "Å³")]
    [InlineData("heat (J/(mol K))", "heat", "J/(mol K)")]
    [InlineData("epoch", "epoch", null)]
    [InlineData("(odd)", "(odd)", null)]
    public void A_text_is_an_axis_with_its_unit(string text, string label, string? unit)
    {
        Axis axis = text;
        Assert.Equal((label, unit), (axis.Label, axis.Unit));
    }
}
