using MatNotebooks.Crystals;

namespace MatNotebooks.Core.Tests.Crystals;

public class SymmetryTests
{
    [Theory]
    [InlineData("x,y,z", "x,y,z")]
    [InlineData("-Y, X-Y, Z+1/3", "-y,x-y,z+1/3")]
    [InlineData("1/2+x,1/2-y,-z", "x+1/2,-y+1/2,-z")]
    [InlineData("x+0.5, y+.25, z-0.3333", "x+1/2,y+1/4,z+2/3")]
    [InlineData("x-1/2,y+3/2,z+1", "x+1/2,y+1/2,z")]
    [InlineData(" -x , y+5/6 , +z ", "-x,y+5/6,z")]
    [InlineData("x+y, 1*y, z", "x+y,y,z")]
    public void Operations_are_read_and_written(string text, string canonical)
    {
        var operation = SymmetryOperation.Parse(text);
        Assert.Equal(canonical, operation.ToString());
        Assert.Equal(operation, SymmetryOperation.Parse(operation.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x,y")]
    [InlineData("x,y,z,x")]
    [InlineData("x,y,w")]
    [InlineData("x,y,z+")]
    [InlineData("x,y,")]
    [InlineData("x,y,1/0")]
    [InlineData("x,y,z1/2")]
    [InlineData("x,x,z")]
    [InlineData("2x,y,z")]
    [InlineData("x,y,0.5z")]
    public void What_is_no_operation_is_refused(string text)
    {
        var error = Assert.Throws<FormatException>(() => SymmetryOperation.Parse(text));
        Assert.Contains($"\"{text}\"", error.Message);
    }

    [SpglibFact]
    public void Every_operation_of_every_setting_reads_back_as_written()
    {
        Assert.Equal(530, SpaceGroupSetting.All.Length);
        foreach (var setting in SpaceGroupSetting.All)
            foreach (var operation in setting.Operations())
                Assert.Equal(operation.ToString(), SymmetryOperation.Parse(operation.ToString()).ToString());
        Assert.Equal(230, SpaceGroupSetting.All.Select(setting => setting.Number).Distinct().Count());
    }

    [SpglibFact]
    public void Disorder_lowers_symmetry_only_where_occupants_differ()
    {
        var shared = new Site([new("Na", 0.5), new("K", 0.5)], default);
        var alloy = new Crystal(Lattice.Cubic(4), [shared, shared.MovedTo(new(0.5, 0.5, 0.5))]);
        Assert.Equal("Im-3m", SymmetryFinder.Find(alloy).International);
        Assert.Equal("Pm-3m", SymmetryFinder.Find(alloy.WithElement(1, "Na")).International);
        Assert.Single(SymmetryFinder.PrimitiveCell(alloy).Sites);
    }

    [SpglibFact]
    public void A_standard_cell_undoes_shift_skew_and_supercell()
    {
        var salt = Prototypes.Rocksalt("Na", "Cl", 5.64);
        var hidden = SymmetryFinder.PrimitiveCell(salt).Supercell(1, 2, 3).Translated(new(0.1, 0.2, 0.3));
        var found = SymmetryFinder.ConventionalCell(hidden);
        Assert.Equal(8, found.Sites.Length);
        Assert.Equal(5.64, found.Lattice.Parameters.A, 1e-6);
        Assert.Equal("Fm-3m (225), cubic, 192 operations", SymmetryFinder.Find(found).ToString());
    }

    [SpglibFact]
    public void The_tolerance_decides_and_is_checked()
    {
        var nearly = Prototypes.Bcc("Fe", 2.87).Strained(0.001, 0, 0);
        Assert.Equal(229, SymmetryFinder.Find(nearly, 0.05).Number);
        Assert.Equal(139, SymmetryFinder.Find(nearly, 0.0001).Number);
        Assert.Contains("greater than 0", Assert.Throws<ArgumentOutOfRangeException>(() => SymmetryFinder.Find(nearly, -1)).Message);
    }

    [SpglibFact]
    public void Many_threads_find_the_same()
    {
        var structures = ReferenceStructure.All.Where(structure => structure.Poscar is not null).Take(16).ToArray();
        var wrong = structures.AsParallel().WithDegreeOfParallelism(8).SelectMany(structure => Enumerable.Repeat(structure, 4))
            .Where(structure => SymmetryFinder.Find(MatNotebooks.Crystals.Formats.Poscar.Parse(structure.Poscar!)).Number != structure.Figures!.Number);
        Assert.Empty(wrong);
    }
}
