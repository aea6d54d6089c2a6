using System.Xml.Linq;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Kernel.Display;
using MatNotebooks.Metrics;
using MatNotebooks.Physics;
using Microsoft.DotNet.Interactive.Formatting;

namespace MatNotebooks.Kernel.Tests.Display;

/// <summary>Values of Core, which knows no notebook, show by the formatting package's convention, matched by name.</summary>
public sealed class CoreFormatterTests
{
    private static readonly Crystal Salt = Prototypes.Rocksalt("Na", "Cl", 5.64);

    public static TheoryData<object, string[]> Values => new()
    {
        { Salt, ["NaCl", "<circle", "5.64", "Å³", "g/cm³"] },
        { Lattice.Cubic(3), ["length | Å", "27 Å³", "90"] },
        { FormulaOf("Fe2O3"), ["Fe₂O₃", "40", "60", "% of mass"] },
        { PeriodicTable.Find("Na"), ["Sodium", "22.9898 u", "period 3, group 1, s block", "K"] },
        { new RegressionScore(3, 0.5, 0.6, 0.9, 0.05, 1), ["3 predictions", "mean absolute error", "0.5 (unit of the values)", "5 %"] },
        { ConfusionMatrix.Of([0, 1, 1], [0, 1, 0]), ["3 predictions", "66.7 % right", "predicted 1", "recall"] },
        { new BirchMurnaghan(18.7, -3, 160, 4), ["160 GPa", "18.7 Å³", "-3 eV"] },
        { StructureRecords.Read(OctetDataset.ShippedPath).First(), ["octet-", "<circle", "energy_eV", "octet_pbe"] },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_shows_as_HTML_first_and_as_text(object value, string[] says)
    {
        Assert.Equal("text/html", Formatter.GetPreferredMimeTypesFor(value.GetType()).First());
        var html = value.ToDisplayString("text/html");
        Assert.NotNull(XElement.Parse(html)); // well-formed, nothing unescaped
        Assert.All(says, text => Assert.Contains(text, html));
        Assert.Equal(value.ToString(), value.ToDisplayString("text/plain"));
    }

    [Fact]
    public void Names_from_files_do_not_become_markup()
    {
        var html = Salt.WithId("<script>alert(1)</script>").ToDisplayString("text/html");
        Assert.DoesNotContain("<script>", html);
        Assert.NotNull(XElement.Parse(html));
    }

    [Fact]
    public void A_crystal_too_large_to_see_anything_in_shows_its_facts_alone()
    {
        var html = Salt.Supercell(6, 6, 6).ToDisplayString("text/html");
        Assert.DoesNotContain("<circle", html);
        Assert.Contains("sites", html);
    }

    [Fact]
    public void Our_own_kernel_shows_them_the_same_way() =>
        Assert.Equal(Salt.Lattice.ToDisplayString("text/html"), ValueFormatter.ToBundle(Salt.Lattice).Forms["text/html"].GetValue<string>());

    private static Composition FormulaOf(string formula) => Composition.Parse(formula);
}
