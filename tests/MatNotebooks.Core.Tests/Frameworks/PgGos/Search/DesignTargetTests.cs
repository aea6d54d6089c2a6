using MatNotebooks.Frameworks.PgGos.Targets;
using MatNotebooks.Quantities;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Search;

public sealed class DesignTargetTests
{
    private static readonly PropertyKey[] Known =
    [
        new("band_gap", "eV", Extent.Intensive), new("heat", "eV per 5-atom cell", Extent.PerCell), new("bulk_modulus", "GPa", Extent.Intensive), new("ratio", "1", Extent.Intensive),
    ];

    [Theory]
    [InlineData("band_gap=2.0±0.2 eV", "1.8 <= band_gap <= 2.2 eV")]
    [InlineData("band_gap=2+-0.2", "1.8 <= band_gap <= 2.2 eV")]
    [InlineData("band_gap = 2000 ± 200 meV", "1.8 <= band_gap <= 2.2 eV")]
    [InlineData("heat<=0.2 eV", "heat <= 0.2 eV per 5-atom cell")]
    [InlineData("heat ≥ -1e-1", "heat >= -0.1 eV per 5-atom cell")]
    [InlineData("1.5<=band_gap<=3 eV", "1.5 <= band_gap <= 3 eV")]
    [InlineData("band_gap=1.5..3 eV", "1.5 <= band_gap <= 3 eV")]
    [InlineData("band_gap=1..3", "1 <= band_gap <= 3 eV")]
    [InlineData("bulk_modulus>0.1 TPa and ratio<=3", "bulk_modulus >= 100 GPa, ratio <= 3")]
    [InlineData("band_gap>=1; band_gap<=2 eV", "1 <= band_gap <= 2 eV")]
    public void Reads_what_people_write(string text, string read) => Assert.Equal(read, DesignTarget.Parse(text, Known).ToString());

    [Theory]
    [InlineData("band_gap=2±0.2 GPa", "gives band_gap in GPa, but it is in eV")]
    [InlineData("heat<=5 kelvin", "gives heat in kelvin, but it is in eV per 5-atom cell")]
    [InlineData("band_gap>=3 eV, band_gap<=2 eV", "no value is both")]
    [InlineData("3<=band_gap<=2 eV", "no value is both")]
    [InlineData("gap=2±0.2 eV", "names gap, which nothing here computes; it can ask for band_gap (eV)")]
    public void Refuses_what_cannot_be_meant(string text, string said) => Assert.Contains(said, Assert.Throws<ArgumentException>(() => DesignTarget.Parse(text, Known)).Message);

    [Theory]
    [InlineData("", "The target is empty")]
    [InlineData("band_gap about 2", "\"band_gap about 2\" cannot be read; write \"band_gap=2.0±0.2 eV\"")]
    [InlineData("band_gap=2 eV", "has no tolerance")]
    [InlineData("band_gap=2±-0.2 eV", "tolerance of -0.2")]
    public void Refuses_what_it_cannot_read(string text, string said) => Assert.Contains(said, Assert.Throws<FormatException>(() => DesignTarget.Parse(text, Known)).Message);

    [Fact]
    public void Contains_recorded_ends_and_says_how_far_others_are()
    {
        var window = new PropertyWindow(Known[0], 1.5, 3);
        Assert.True(window.Contains(0.1 + 0.2 + 2.7)); // 3 but for the last bit
        Assert.False(window.Contains(3.01));
        Assert.Equal(0.5, window.Distance(1), 12);
        Assert.Equal(0, window.Distance(2));
        Assert.Equal(DesignTarget.Parse("band_gap=2±1 eV", Known), DesignTarget.Parse("1<=band_gap<=3", Known));
    }
}
