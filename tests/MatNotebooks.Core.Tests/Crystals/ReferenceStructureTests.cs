using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;

namespace MatNotebooks.Core.Tests.Crystals;

/// <summary>78 prototypes, from triclinic to cubic, against the figures of pymatgen and spglib.</summary>
public class ReferenceStructureTests
{
    [Fact]
    public void There_are_at_least_sixty_of_all_crystal_systems()
    {
        Assert.InRange(ReferenceStructure.All.Count, 60, 200);
        Assert.InRange(ReferenceStructure.All.Select(structure => structure.CifFigures.Number).Distinct().Count(), 35, 230);
    }

    [Fact]
    public void Cif_gives_the_cell_of_pymatgen() => ForEach(structure =>
        CheckCell(Cif.Parse(structure.Cif, structure.Name), structure.CifFigures));

    [Fact]
    public void Poscar_gives_the_cell_of_pymatgen() => ForEach(structure =>
    {
        if (structure.Poscar is not null) CheckCell(Poscar.Parse(structure.Poscar, structure.Name), structure.Figures!);
    });

    [Fact]
    public void Extended_xyz_gives_the_cell_of_pymatgen() => ForEach(structure =>
    {
        if (structure.Xyz is null) return;
        var frame = Assert.Single(Xyz.Parse(structure.Xyz, structure.Name));
        CheckCell(frame.Crystal!, structure.Figures!);
        Assert.Equal("-1.5", frame.Values["energy"]);
    });

    [SpglibFact]
    public void Space_groups_are_those_of_spglib() => ForEach(structure =>
    {
        CheckSymmetry(Cif.Parse(structure.Cif), structure.CifFigures);
        if (structure.Poscar is not null) CheckSymmetry(Poscar.Parse(structure.Poscar), structure.Figures!);
    });

    [SpglibFact]
    public void Standard_cells_are_those_of_spglib() => ForEach(structure =>
    {
        var crystal = Cif.Parse(structure.Cif);
        var (conventional, primitive) = (SymmetryFinder.ConventionalCell(crystal), SymmetryFinder.PrimitiveCell(crystal));
        Assert.Equal(structure.CifFigures.Conventional, conventional.Sites.Length);
        Assert.Equal(structure.CifFigures.Primitive, primitive.Sites.Length);
        Assert.Equal(crystal.Density, primitive.Density, 1e-3);
        Assert.Equal(crystal.Composition.Fraction("O"), primitive.Composition.Fraction("O"), 1e-9);
        Assert.Equal(structure.CifFigures.Number, SymmetryFinder.Find(primitive).Number);
    });

    [SpglibFact]
    public void Equivalent_sites_map_onto_each_other() => ForEach(structure =>
    {
        var crystal = Cif.Parse(structure.Cif);
        var symmetry = SymmetryFinder.Find(crystal);
        for (var site = 0; site < crystal.Sites.Length; site++)
        {
            var first = crystal.Sites[symmetry.EquivalentSites[site]];
            Assert.Contains(symmetry.Operations, operation =>
                crystal.Lattice.ToCartesian((operation.Apply(first.Position) - crystal.Sites[site].Position).Centered).Length < 0.05);
        }
    });

    private static void ForEach(Action<ReferenceStructure> check)
    {
        foreach (var structure in ReferenceStructure.All)
        {
            try
            {
                check(structure);
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"{structure.Name}: {problem.Message}", problem);
            }
        }
    }

    private static void CheckCell(Crystal crystal, ReferenceFigures expected)
    {
        Assert.Equal(expected.Sites, crystal.Sites.Length);
        Assert.Equal(1, crystal.Volume / expected.Volume, 1e-5);
        Assert.Equal(1, crystal.Density / expected.Density, 1e-5);
        Assert.Equal(expected.Shortest, crystal.ShortestDistance(), 1e-4);
    }

    private static void CheckSymmetry(Crystal crystal, ReferenceFigures expected)
    {
        var symmetry = SymmetryFinder.Find(crystal);
        Assert.Equal((expected.Number, expected.International, expected.Hall, expected.PointGroup), (symmetry.Number, symmetry.International, symmetry.Hall, symmetry.PointGroup));
        Assert.Equal(expected.Operations, symmetry.Operations.Count);
        Assert.Equal(expected.Orbits, symmetry.EquivalentSites.Distinct().Count());
        Assert.Equal(expected.Wyckoffs, string.Concat(symmetry.WyckoffLetters.Distinct().Order()));
    }
}
