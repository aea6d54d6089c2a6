using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

public class PoscarTests
{
    private const string Head = "salt\n1.0\n4 0 0\n0 4 0\n0 0 4\n";

    [Fact]
    public void Negative_scale_is_the_volume()
    {
        var crystal = Poscar.Parse("x\n-128\n1 0 0\n0 1 0\n0 0 2\nNa Cl\n1 1\nCartesian\n0 0 0\n0 0 1\n");
        Assert.Equal(128, crystal.Volume, 1e-9);
        Assert.Equal(0.5, crystal.Sites[1].Position.C, 1e-12);
    }

    [Theory]
    [InlineData("Na Cl\n1 1\nDirect\n0 0 0\n.5 .5 .5\n")]
    [InlineData("Na Cl\n1 1\ndirect\n0 0 0 Na\n.5 .5 .5 Cl\n\n0 0 0\n1 1 1\n")] // velocities below
    [InlineData("Na_pv Cl\n1 1\nSelective dynamics\nD\n0 0 0 T T F\n.5 .5 .5 F F F\n")]
    [InlineData("Na Cl\n1 1 ! counts\nkartesisch\n0 0 0\n2 2 2\n")]
    [InlineData("1 1\nDirect\n0 0 0 Na\n.5 .5 .5 Cl\n")] // VASP 4, elements beside the atoms
    public void Five_ways_to_write_the_same(string rest)
    {
        var crystal = Poscar.Parse(Head + rest);
        Assert.Equal("NaCl", crystal.Composition.ToString());
        Assert.Equal(new(0.5, 0.5, 0.5), crystal.Sites[1].Position);
        Assert.Equal("salt", crystal.Id);
    }

    [Fact]
    public void Vasp_4_names_its_species_in_the_comment() =>
        Assert.Equal("NaCl2", Poscar.Parse(Head.Replace("salt", "Na Cl") + "1 2\nDirect\n0 0 0\n.5 .5 .5\n.5 0 0\n").Composition.ToString());

    public static TheoryData<string, int, string> Broken => new()
    {
        { "", 0, "ends before the comment" },
        { "x\n", 1, "ends before scale" },
        { "x\n1.0\n1 0 0\n", 3, "ends before lattice vector b" },
        { "x\none\n", 2, "scale is \"one\"" },
        { "x\n0\n4 0 0\n0 4 0\n0 0 4\n", 2, "the scale is 0" },
        { "x\n1\n4 0\n", 3, "lattice vector a needs 3 numbers; the line holds 2" },
        { "x\n1\n1 0 0\n2 0 0\n0 0 1\nNa\n1\nD\n0 0 0\n", 5, "span 0 Å³" },
        { "x\n-5\n1 0 0\n2 0 0\n0 0 1\nNa\n1\nD\n0 0 0\n", 5, "Å³" },
        { Head + "Na Cl\n1\nDirect\n0 0 0\n", 7, "1 numbers of atoms stand below 2 species" },
        { Head + "Na\nmany\nDirect\n0 0 0\n", 7, "\"many\"" },
        { Head + "Na\n0\nDirect\n", 7, "announces 0 atoms" },
        { Head + "Na\n9999999\nDirect\n", 7, "announces 9999999 atoms; 1 to 1000000" },
        { Head + "Nq\n1\nDirect\n0 0 0\n", 6, "\"Nq\"" },
        { Head + "\n1\nDirect\n0 0 0\n", 6, "species is empty" },
        { Head + "1\nDirect\n0 0 0\n", 8, "names no species (VASP 4)" },
        { Head + "Na\n2\nDirect\n0 0 0\n", 9, "ends before an atom" },
        { Head + "Na\n1\nDirect\n0 0\n", 9, "coordinate needs 3 numbers" },
        { Head + "Na\n1\nDirect\n0 0 inf\n", 9, "\"inf\"" },
        { Head + "Na\n2\nDirect\n0 0 0\n1 1 1\n", 10, "two atoms on one spot" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Says_line_and_mend(string text, int line, string what)
    {
        var error = Assert.Throws<StructureFormatException>(() => Poscar.Parse(text));
        Assert.Equal(line, error.Line);
        Assert.Contains(what, error.Message);
    }
}
