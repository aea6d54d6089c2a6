using MatNotebooks.Chemistry;
using MatNotebooks.Core.Tests.Crystals;
using MatNotebooks.Crystals;
using MatNotebooks.Crystals.Formats;
using MatNotebooks.Features;

namespace MatNotebooks.Core.Tests.Features;

/// <summary>Descriptors beside those computed with pymatgen, ASE and numpy (tests/References/features.py).</summary>
public sealed class FeatureReferenceTests
{
    [Fact]
    public void Statistics_of_elements_are_those_of_the_reference()
    {
        var rows = ReferenceTable.Read("features-compositions.csv");
        string[] formulas = [.. rows.Select(row => row["formula"]).Distinct()];
        var table = ElementDescriptors.Of([.. formulas.Select(Composition.Parse)]);
        foreach (var row in rows)
            AssertEqual(row["formula"], row, table[Array.IndexOf(formulas, row["formula"]), row["feature"]]);
        Assert.Equal(330, rows.Count);
        Assert.Equal((11, 96), (table.Rows, table.Columns.Count));
    }

    [SpglibFact]
    public void Descriptors_of_structures_are_those_of_the_reference()
    {
        var rows = ReferenceTable.Read("features-structures.csv");
        string[] names = [.. rows.Select(row => row["name"]).Distinct()];
        Crystal[] crystals = [.. names.Select(name => Cif.Parse(ReferenceStructure.All.First(structure => structure.Name == name).Cif))];
        var table = StructureDescriptors.Of(crystals).Beside(SymmetryDescriptors.Of(crystals)).Beside(RadialDistribution.TableOf(crystals, 6, 0.5));
        foreach (var row in rows)
            AssertEqual(row["name"], row, table[Array.IndexOf(names, row["name"]), row["feature"]]);
        Assert.InRange(names.Length, 60, 80);
    }

    private static void AssertEqual(string name, Dictionary<string, string> expected, double value)
    {
        var number = ReferenceTable.Number(expected["value"]) ?? double.NaN;
        var tolerance = expected["feature"] == "density" ? 5e-3 : 1e-6; // pymatgen has other revisions of some atomic weights
        Assert.True(double.IsNaN(number) ? double.IsNaN(value) : Math.Abs(value - number) <= tolerance * Math.Max(1, Math.Abs(number)), $"{name}, {expected["feature"]}: {value}, expected {number}");
    }
}
