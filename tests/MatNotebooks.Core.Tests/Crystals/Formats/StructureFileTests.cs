using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

public sealed class StructureFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matnb").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("salt.cif", "salt.cif")]
    [InlineData("salt.xyz", "salt.extxyz")]
    [InlineData("POSCAR", "CONTCAR_final")]
    [InlineData("salt.vasp", "salt.poscar")]
    [InlineData("salt.cif", "salt.txt")] // by what it holds
    [InlineData("salt.xyz", "salt")]
    [InlineData("salt.vasp", "salt.in")]
    public void Reads_by_name_or_by_content(string written, string read)
    {
        var salt = Prototypes.Rocksalt("Na", "Cl", 5.64);
        StructureFile.Write(PathOf(written), salt);
        File.Move(PathOf(written), PathOf(read), overwrite: true);
        var back = StructureFile.Read(PathOf(read));
        Assert.Equal(salt.Composition, back.Composition);
        Assert.Equal(salt.Density, back.Density, 1e-6);
    }

    [Fact]
    public void What_cannot_be_read_is_one_line_with_the_path()
    {
        AssertOneLine("missing.cif", "cannot be read");
        File.WriteAllText(PathOf("empty.cif"), "");
        AssertOneLine("empty.cif", "no data block lists atoms");
        File.WriteAllText(PathOf("empty"), "");
        AssertOneLine("empty", "is no CIF, POSCAR or XYZ file");
        File.WriteAllText(PathOf("molecule.xyz"), "1\n\nO 0 0 0\n");
        AssertOneLine("molecule.xyz", "is a molecule; read it with Xyz.Read");
        Directory.CreateDirectory(PathOf("folder.cif"));
        AssertOneLine("folder.cif", "cannot be read");
    }

    [Fact]
    public void What_a_format_cannot_hold_is_refused_in_writing()
    {
        var alloy = new Crystal(Lattice.Cubic(3), [new([new("Fe", 0.5), new("Ni", 0.5)], default)]);
        Assert.Contains("Write a CIF", Assert.Throws<ArgumentException>(() => StructureFile.Write(PathOf("a.vasp"), alloy)).Message);
        Assert.Contains("Write a CIF", Assert.Throws<ArgumentException>(() => StructureFile.Write(PathOf("a.xyz"), alloy)).Message);
        Assert.Contains("end it in .cif", Assert.Throws<ArgumentException>(() => StructureFile.Write(PathOf("a.dat"), alloy)).Message);
        StructureFile.Write(PathOf("a.cif"), alloy);
        Assert.Equal(alloy.Composition, StructureFile.Read(PathOf("a.cif")).Composition);
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    private void AssertOneLine(string name, string what)
    {
        var error = Assert.Throws<StructureFormatException>(() => StructureFile.Read(PathOf(name)));
        Assert.StartsWith(PathOf(name), error.Message);
        Assert.Contains(what, error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }
}
