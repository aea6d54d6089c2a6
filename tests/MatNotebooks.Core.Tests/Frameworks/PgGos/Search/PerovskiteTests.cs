using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Frameworks.PgGos.Perovskites;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Frameworks.PgGos.Targets;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Search;

public sealed class PerovskiteTests
{
    [Theory]
    [InlineData("Na", "1 NobleGas")]
    [InlineData("La", "3 NobleGas")]
    [InlineData("Ti", "4 NobleGas")]
    [InlineData("Al", "3 NobleGas, 1 LonePair")]
    [InlineData("Zn", "2 FilledD")]
    [InlineData("Ag", "1 FilledD")]
    [InlineData("Sn", "4 FilledD, 2 LonePair")]
    [InlineData("Tl", "1 LonePair, 3 FilledD")]
    [InlineData("Bi", "3 LonePair, 5 FilledD")]
    [InlineData("Rh", "3 LigandField")]
    [InlineData("Pd", "2 LigandField, 4 LigandField")]
    [InlineData("B", "3 NobleGas")]
    public void Electrons_that_fill_shells_are_counted(string symbol, string ions) =>
        Assert.Equal(ions, string.Join(", ", ClosedShellIon.Of(PeriodicTable.Find(symbol)).Select(ion => $"{ion.Charge} {ion.Shell}")));

    [Theory]
    [InlineData("Sr", "Ti", "OOO", true, 2, 4, 1.002, 0.432)] // the tolerance factor textbooks give is 1.00
    [InlineData("Ba", "Ta", "OON", true, 2, 5, 1.037, 0.444)]
    [InlineData("Tl", "Ta", "OOO", true, 1, 5, 1.075, 0.457)]
    [InlineData("Ca", "Ta", "OOO", false, 2, 5, 0.950, 0.457)]
    public void The_ions_that_balance_are_found(string a, string b, string anions, bool closed, int chargeA, int chargeB, double tolerance, double octahedral)
    {
        var ions = PerovskiteIons.Of(new("x", a, b, anions.Select(anion => PeriodicTable.Find(anion.ToString()))));
        Assert.Equal((closed, chargeA, chargeB), (ions.IsClosedShell, ions.A.Charge, ions.B.Charge));
        Assert.Equal(tolerance, ions.Tolerance, 0.002);
        Assert.Equal(octahedral, ions.Octahedral, 0.002);
        Assert.Equal(closed ? 0 : 1, ions.Imbalance);
        Assert.Equal(closed, ions.IsEven); // calcium tantalate has an odd number of electrons
    }

    [Fact]
    public void Sites_are_read_from_where_the_atoms_stand()
    {
        var lattice = Lattice.Cubic(4);
        Site At(string symbol, double a, double b, double c) => new(PeriodicTable.Find(symbol), new(a, b, c));
        var relaxed = new Crystal(lattice, [At("Ti", 0.56, 0.5, 0.5), At("Cu", 0.14, 0, 0), At("O", 0.4, 0, 0.5), At("F", 0.5, 0.5, 0), At("O", 0.98, 0.5, 0.5)]);
        var perovskite = Perovskite.Of("x", relaxed);
        Assert.Equal(("Cu", "Ti", "OOF"), (perovskite.A.Symbol, perovskite.B.Symbol, string.Concat(perovskite.Anions)));
        Assert.Contains("x (TiCuO2F) is no perovskite", Assert.Throws<ArgumentException>(() => Perovskite.Of("x", new(lattice, [.. relaxed.Sites.Select(site => site.MovedTo(new(0.2, 0.3, 0.4)))]))).Message);
        Assert.Contains("has 2 anions", Assert.Throws<ArgumentException>(() => new Perovskite("y", "Sr", "Ti", ["O", "O"])).Message);
    }

    [SkippableData]
    public async Task The_eleven_needles_are_there_and_found_with_a_fiftieth_of_the_calls_of_blind_choice()
    {
        var set = CastelliPerovskites.Load();
        Assert.Equal((7572, 11), (set.Pool.Length, await set.CountAsync(CastelliPerovskites.Needles)));
        Assert.Equal(7572, set.Pool.Select(candidate => (candidate.A, candidate.B, string.Concat(candidate.Anions))).Distinct().Count());
        var result = await new DesignSearch(set.Pool, set.Oracle, CastelliPerovskites.Needles, new() { Budget = 200, Hits = 11 })
            .RunAsync(PerovskitePolicies.PhysicsGuided(new(set.Pool), seed: 0));
        Assert.Equal(SearchEnding.EnoughHits, result.Ending);
        Assert.InRange(result.Calls.Length, 11, 200);
    }

    private sealed class SkippableDataAttribute : FactAttribute
    {
        public SkippableDataAttribute()
        {
            if (DataFolders.External is not { } folder || !File.Exists(Path.Combine(folder, "perov5", "perov5.jsonl.gz")))
                Skip = "perov5/perov5.jsonl.gz is not on this machine; set MATNB_DATA to the folder that holds it.";
        }
    }
}
