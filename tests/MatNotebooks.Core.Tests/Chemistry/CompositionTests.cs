using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Core.Tests.Chemistry;

public class CompositionTests
{
    [Fact]
    public void Amounts_and_weights_are_those_of_pymatgen_and_ASE()
    {
        foreach (var row in ReferenceTable.Read("formulas.csv"))
        {
            var composition = Composition.Parse(row["formula"]);
            Assert.Equal(1, composition.AtomCount / ReferenceTable.Number(row["atoms"])!.Value, 1e-8);
            Assert.Equal(1, composition.Weight / ReferenceTable.Number(row["weight"])!.Value, 1e-8);
            foreach (var (symbol, amount) in Amounts(row["amounts"]))
                Assert.Equal(1, composition[PeriodicTable.Find(symbol)] / amount, 1e-8);
            if (row["reduced"] != "")
                Assert.Equal(Amounts(row["reduced"]), composition.Reduced.Amounts.ToDictionary(pair => pair.Key.Symbol, pair => Math.Round(pair.Value, 9)));
        }
    }

    [Theory]
    [InlineData("CuSO4·5H2O", "CuSO9H10")]
    [InlineData("CuSO4.5H2O", "CuSO9H10")]
    [InlineData("CuSO4*5H2O", "CuSO9H10")]
    [InlineData("CuSO4 . 5 H2O", "CuSO9H10")]
    [InlineData("CaSO4.0.5H2O", "CaSO4.5H")]
    [InlineData("CaSO4·½H2O", null)]
    [InlineData("MgSO4•7H2O", "MgSO11H14")]
    [InlineData("Li0.5H2O", "Li0.5H2O")]
    [InlineData("Na2CO3.10(H2O)", "Na2CO13H20")]
    [InlineData("3CdSO4·8H2O", "Cd3S3O20H16")]
    [InlineData("Na2O·Al2O3·6SiO2", "Na2O16Al2Si6")]
    [InlineData("Al2O3.H2O", "Al2O4H2")]
    [InlineData("K4[Fe(CN)6]", "K4FeC6N6")]
    [InlineData("{[(Fe)2]3}4", "Fe24")]
    [InlineData("Li₇La₃Zr₂O₁₂", "Li7La3Zr2O12")]
    [InlineData("Fe2 O3", "Fe2O3")]
    [InlineData("FeC1e-3", "FeC0.001")]
    [InlineData("Al0.0Ni", "Ni")]
    public void Reads_brackets_hydrates_and_subscripts(string formula, string? expected)
    {
        Assert.Equal(expected is not null, Composition.TryParse(formula, out var composition));
        Assert.Equal(expected, composition?.ToString());
    }

    [Theory]
    [InlineData("NaXx2", "position 3", "no element has the symbol \"Xx\". Was Xe (Xenon) meant?")]
    [InlineData("NACL", "position 2", "no element has the symbol \"A\".")]
    [InlineData("nacl", "position 1", "Was Na (Sodium) meant?")]
    [InlineData("LixCoO2", "position 3", "unknown amount")]
    [InlineData("Ca(OH", "position 3", "never closed; add ')'")]
    [InlineData("Ca(OH]2", "position 6", "']' closes a '('; write ')'")]
    [InlineData("CaOH)2", "position 5", "never opened")]
    [InlineData("Ca()2", "position 3", "empty")]
    [InlineData("Fe3+", "position 4", "charge")]
    [InlineData("SO4²⁻", "position 4", "does not belong")]
    [InlineData("Na.5Cl", "position 3", "write 0 before it")]
    [InlineData("", "position 1", "an element is missing")]
    [InlineData("NaCl·", "position 6", "an element is missing")]
    [InlineData("Fe0", "position 1", "holds no atom")]
    [InlineData("Fe1e300", "position 3", "above 1e15")]
    public void Says_what_is_wrong_and_where(string formula, string position, string what)
    {
        var message = Assert.Throws<FormatException>(() => Composition.Parse(formula)).Message;
        Assert.StartsWith($"Formula \"{formula}\", {position}: ", message);
        Assert.Contains(what, message);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("O12Zr2La3Li7", "Li7La3Zr2O12")]
    [InlineData("Fe4O6", "Fe2O3")]
    [InlineData("NaBiTi2O6", "NaTi2BiO6")]
    [InlineData("Na0.5Bi0.5TiO3", "Na0.5TiBi0.5O3")]
    [InlineData("O2", "O")]
    public void Reduced_formulas_go_from_metal_to_anion(string formula, string reduced) =>
        Assert.Equal(reduced, Composition.Parse(formula).ReducedFormula);

    [Theory]
    [InlineData("CH3COOH", "C2H4O2")]
    [InlineData("NaHCO3", "CHNaO3")]
    [InlineData("Li7La3Zr2O12", "La3Li7O12Zr2")]
    [InlineData("H2O", "H2O")]
    public void Hill_puts_carbon_and_hydrogen_first(string formula, string hill) => Assert.Equal(hill, Composition.Parse(formula).HillFormula);

    [Fact]
    public void Equal_compositions_have_equal_hashes_whatever_the_order()
    {
        var (left, right) = (Composition.Parse("Fe2O3"), Composition.Parse("O3Fe2"));
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, Composition.Parse("Fe4O6"));
        Assert.Equal(left, Composition.Parse("Fe4O6").Reduced);
        Assert.Equal(Composition.Parse("Fe4O6"), 2 * left);
        Assert.Equal(Composition.Parse("LiFe2O3"), left + Composition.Parse("Li"));
    }

    [Fact]
    public void A_mean_over_the_atoms_is_null_when_one_element_lacks_the_fact()
    {
        Assert.Equal((0.93 + 3.16) / 2, Composition.Parse("NaCl").Mean(element => element.Electronegativity)!.Value, 1e-12);
        Assert.Null(Composition.Parse("HeNa").Mean(element => element.Electronegativity));
        Assert.Equal(0.4, Composition.Parse("Fe2O3").Fraction(PeriodicTable.Find("Fe")), 1e-12);
        Assert.Equal("Fe-Li-O-P", Composition.Parse("LiFePO4").ChemicalSystem);
    }

    [Fact]
    public void What_is_written_reads_back_as_the_same()
    {
        var amounts = ArbMap.Default.GeneratorFor<PositiveInt>().Select(value => value.Get / 8.0);
        var part = ArbMap.Default.GeneratorFor<int>().Select(value => PeriodicTable.OfNumber(1 + Math.Abs(value % 103)))
            .SelectMany(element => amounts.Select(amount => KeyValuePair.Create(element, amount)));
        Prop.ForAll(part.NonEmptyListOf().Select(parts => new Composition(parts)).ToArbitrary(), composition =>
            Composition.Parse(composition.ToString()).Equals(composition)
            && Composition.Parse(composition.HillFormula).Equals(composition)
            && Composition.Parse(composition.ReducedFormula).Equals(composition.Reduced)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_gives_a_composition_or_a_format_exception()
    {
        const string Alphabet = "NaClOHFe()[]{}.·*0123456789 +-exyz₂\n";
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
            Gen.Elements(Alphabet.ToCharArray()).ListOf().Select(characters => string.Concat(characters)));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            if (Composition.TryParse(text, out var composition)) return double.IsFinite(composition.Weight);
            return Assert.Throws<FormatException>(() => Composition.Parse(text)).Message.Length > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static Dictionary<string, double> Amounts(string cell) => cell.Split(' ').Select(part => part.Split(':'))
        .ToDictionary(part => part[0], part => ReferenceTable.Number(part[1])!.Value);
}
