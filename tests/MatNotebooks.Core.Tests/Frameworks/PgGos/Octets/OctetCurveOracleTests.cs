using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Frameworks.PgGos.Octets;
using MatNotebooks.Frameworks.PgGos.Search;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Campaigns;
using MatNotebooks.Simulation.Octet;

namespace MatNotebooks.Core.Tests.Frameworks.PgGos.Octets;

public sealed class OctetCurveOracleTests : IDisposable
{
    private static readonly OctetCandidate Salt = new(new(new("Na", "Cl"), Prototype.Rocksalt), start: 4.6);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("octets-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_curve_is_walked_to_its_minimum_once()
    {
        var calculator = new Springs();
        for (var run = 0; run < 2; run++)
        {
            using var ledger = CampaignLedger.Open(Path.Combine(folder.FullName, "ledger.db"));
            var values = (await new OctetCurveOracle(calculator, ledger).AskAsync(Salt)).Values;
            Assert.Equal(Springs.Rest, values["lattice_constant"], 0.01);
            Assert.Equal(2, values["band_gap"], 0.01);
            // B = V d²E/dV² of E = (a − a₀)²: 8 / (9 a₀) eV/Å³, with V = a³/4; a parabola in a is not quite a Birch–Murnaghan curve
            Assert.InRange(values["bulk_modulus"] / (8 / (9 * Springs.Rest) * 160.21766), 0.97, 1.03);
            Assert.InRange(calculator.Calls, 5, 12);
            Assert.Equal(calculator.Calls, ledger.Status().Done); // the second time there is nothing left to compute
        }
    }

    [Fact]
    public async Task What_has_no_minimum_fails_or_is_no_octet_compound_is_a_failure_with_words()
    {
        using var ledger = CampaignLedger.Open(Path.Combine(folder.FullName, "ledger.db"));
        var endless = await new OctetCurveOracle(new Springs { FallsForEver = true }, ledger).AskAsync(Salt);
        Assert.Equal((FailureKind.NotConverged, "NaCl rocksalt: 20 energies and none is a minimum with two others on either side."), (endless.Failure!.Kind, endless.Failure.Message));
        var other = new OctetCandidate(Salt.Curve, start: 5);
        Assert.Equal(FailureKind.Crashed, (await new OctetCurveOracle(new Springs { Fails = _ => true }, ledger).AskAsync(other)).Failure!.Kind);
        var stranger = await new OctetCurveOracle(new Springs(), ledger).AskAsync(new Candidate("water", Composition.Parse("H2O")));
        Assert.Contains("water is no octet compound", stranger.Failure!.Message);
    }

    [Fact]
    public void The_pool_of_the_tables_elements_is_the_table()
    {
        var pool = OctetPool.Of(OctetCompound.All.SelectMany(compound => compound.Elements));
        Assert.Equal(PlannedCurve.All.Select(curve => curve.ToString()).Order(), pool.Select(curve => curve.ToString()).Order());
        Assert.Equal(["ScN rocksalt", "ScN zincblende", "ZrSi rocksalt", "ZrSi zincblende"], OctetPool.Of(["Sc", "N", "Zr", "Si", "Cr", "H"]).Where(curve => curve.Compound.Elements.Any(element => element.Block == 'd')).Select(curve => curve.ToString()).Order());
    }
}
