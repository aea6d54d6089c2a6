namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The committed figures of <c>bench simulators</c> against what others published.</summary>
public sealed class SimulatorFiguresTests
{
    private static readonly Dictionary<(string Case, string Metric), double> Measured = File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Results", "simulators.csv")).Skip(1).Select(line => line.Split(','))
        .ToDictionary(cells => (cells[1], cells[2]), cells => ReferenceTable.Number(cells[3])!.Value);

    /// <summary>
    /// With the same functional another code's lattice constants are met to half a percent and its bulk moduli to 5 %; the same code and
    /// setups in its authors' hands to 0.01 % and 1 %; nature, which PBE finds too small and too stiff, to 2.5 % and 20 %.
    /// </summary>
    [Fact]
    public void Five_crystals_with_gpaw_are_as_near_to_others_as_the_method_is()
    {
        var published = ReferenceTable.Read("crystals.csv");
        Assert.Equal(5, published.Select(row => row["crystal"]).Distinct().Count());
        foreach (var row in published)
        {
            var (length, modulus) = row["method"] switch { "experiment" => (0.025, 0.2), "published GPAW PBE" => (1e-4, 0.01), _ => (0.005, 0.05) };
            Near("lattice_constant", length);
            Near("bulk_modulus", modulus);

            void Near(string metric, double share)
            {
                var known = ReferenceTable.Number(row[metric])!.Value;
                Assert.Equal(known, Measured[($"{row["crystal"]} GPAW PBE", metric)], share * known);
                Assert.Equal(known, Measured[($"{row["crystal"]} {row["method"]}", metric)], 1e-5 * known); // a case of its own
            }
        }
    }

    [Fact]
    public void Sixteen_salts_and_ten_molecules_stand_in_the_table()
    {
        Assert.Equal(16, Measured.Keys.Count(key => key.Case.EndsWith("Fumi–Tosi", StringComparison.Ordinal) && key.Metric == "lattice_constant"));
        Assert.Equal(10, Measured.Keys.Count(key => key.Case.EndsWith("GFN2-xTB", StringComparison.Ordinal) && key.Metric == "dipole"));
    }
}
