using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Features;

namespace MatNotebooks.Core.Tests.Crystals.Formats;

public sealed class SymmetricCifTests
{
    [SpglibFact]
    public void What_is_written_with_its_symmetry_is_read_as_the_same_crystal()
    {
        foreach (var structure in ReferenceStructure.All.Where(structure => structure.Figures is not null))
        {
            var crystal = Cif.Parse(structure.Cif);
            var read = Cif.Parse(Cif.WriteSymmetric(crystal));
            Assert.Equal(structure.CifFigures.Conventional, read.Sites.Length);
            Assert.InRange(StructureFingerprint.Of(crystal).DistanceTo(StructureFingerprint.Of(read)), 0, 1e-3);
        }
    }

    [SpglibFact]
    public void Noise_of_the_sites_does_not_show_in_the_operations()
    {
        var random = new Random(1);
        var crystal = Prototypes.Perovskite("Sr", "Ti", "O", 3.9).Supercell(1, 1, 2);
        var noisy = crystal.WithSites([.. crystal.Sites.Select(site => site.MovedTo(new(site.Position.A + (1e-3 * random.NextDouble()), site.Position.B, site.Position.C)))]);
        var operations = Cif.WriteSymmetric(noisy, tolerance: 0.02).Split('\n').Where(line => line.StartsWith('\'')).ToArray();
        Assert.Equal(48, operations.Length);
        Assert.DoesNotContain(operations, operation => operation.Contains('.'));
    }

    [SpglibFact]
    public void One_site_of_each_orbit_is_written() => Assert.Equal(
        ["Na1 Na 0.0000000000 0.0000000000 0.0000000000 1", "Cl1 Cl 0.5000000000 0.0000000000 0.0000000000 1"],
        Cif.WriteSymmetric(Prototypes.Rocksalt("Na", "Cl", 5.64)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^2..]);
}
