using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

public class XyzTests
{
    [Fact]
    public void Plain_frames_are_molecules()
    {
        var frames = Xyz.Parse("3\nwater\nO 0 0 0\nH 0.757 0.586 0\n1 -0.757 0.586 0 0.1\n2\n\nN 0 0 0\nN 0 0 1.1\n\n");
        Assert.Equal(["H2O", "N2"], frames.Select(frame => frame.Molecule.Formula));
        Assert.Equal("water", frames[0].Molecule.Id);
        Assert.Null(frames[1].Molecule.Id);
        Assert.Null(frames[0].Crystal);
    }

    [Fact]
    public void Extended_frames_carry_cell_values_and_columns()
    {
        var frame = Assert.Single(Xyz.Parse(
            "2\nLattice=\"4 0 0 0 4 0 0 0 4\" Properties=pos:R:3:species:S:1:forces:R:3:id:I:1 energy=-3.5 pbc=\"T T T\" config_type='a b'\n"
            + "0 0 0 Na 0.1 0.2 0.3 7\n2 2 2 Cl -0.1 -0.2 -0.3 8\n"));
        Assert.Equal("NaCl", frame.Crystal!.Composition.ToString());
        Assert.Equal(new(0.5, 0.5, 0.5), frame.Crystal.Sites[1].Position);
        Assert.Equal(("-3.5", "T T T", "a b"), (frame.Values["energy"], frame.Values["pbc"], frame.Values["config_type"]));
        Assert.Equal([-0.1, -0.2, -0.3], frame.Columns["forces"][1]);
        Assert.Equal([8], frame.Columns["id"][1]);
    }

    [Fact]
    public void Atomic_numbers_stand_for_symbols() =>
        Assert.Equal("NaCl", Xyz.Parse("2\nProperties=Z:I:1:pos:R:3\n11 0 0 0\n17 0 0 2\n")[0].Molecule.Composition.ToString());

    [Fact]
    public void What_is_written_reads_back()
    {
        var molecule = new Molecule([new("C", new(1, 2, 3)), new("O", new(1.5, -2.25, 3))], "carbon monoxide");
        Assert.Equal(molecule, Xyz.Parse(Xyz.Write(molecule))[0].Molecule);
    }

    public static TheoryData<string, int, string> Broken => new()
    {
        { "", 0, "is empty" },
        { "\n\n", 0, "is empty" },
        { "water\n", 1, "the number of atoms is \"water\"" },
        { "0\n\n", 1, "a whole number above 0" },
        { "-3\n\n", 1, "\"-3\"" },
        { "1", 1, "ends before the comment line" },
        { "2\n\nO 0 0 0\n", 4, "announces 2 atoms and holds 1" },
        { "1\n\nO 0 0\n", 3, "an atom needs 4 columns (species, pos); the line holds 3" },
        { "1\n\nO 0 0 x\n", 3, "column pos is \"x\"" },
        { "1\n\nQq 0 0 0\n", 3, "\"Qq\"" },
        { "1\n\n0 0 0 0\n", 3, "atomic number 0" },
        { "1\nLattice=\"1 2 3\"\nO 0 0 0\n", 2, "Lattice holds 3 numbers" },
        { "1\nLattice=\"0 0 0 0 0 0 0 0 0\"\nO 0 0 0\n", 2, "span 0 Å³" },
        { "1\nProperties=species:S:1\nO\n", 2, "must hold species:S:1 (or Z:I:1) and pos:R:3" },
        { "1\nProperties=species:S:1:pos:R\nO\n", 2, "name:type:width" },
        { "1\nProperties=species:S:1:pos:Q:3\nO 0 0 0\n", 2, "a type is S, R, I or L" },
        { "1\nProperties=species:S:1:pos:R:3:pos:R:3\nO 0 0 0\n", 2, "names a column twice" },
        { "2\nLattice=\"4 0 0 0 4 0 0 0 4\"\nO 0 0 0\nO 4 4 4\n", 4, "two atoms on one spot" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Says_line_and_mend(string text, int line, string what)
    {
        var error = Assert.Throws<StructureFormatException>(() => Xyz.Parse(text));
        Assert.Equal(line, error.Line);
        Assert.Contains(what, error.Message);
    }
}
