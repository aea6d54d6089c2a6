using MatNotebooks.Crystals;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Physics;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Lammps;
using MatNotebooks.Simulation.Studies;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The calculator with LAMMPS itself, and the studies on top of it.</summary>
public sealed class LammpsTests
{
    private static readonly LammpsCalculator Silicon = new(InteratomicPotential.StillingerWeberSilicon);

    private static readonly IReadOnlyDictionary<string, BirchMurnaghan> Pbe = OctetDataset.Load().Series
        .Where(series => series.Prototype == Prototype.Rocksalt)
        .ToDictionary(series => series.Compound, series => EquationOfState.Fit(series.Volumes, series.Energies).Curve);

    /// <summary>
    /// The parameters were fitted to crystals at room temperature: without heat a lattice comes out between measurement and PBE, which is 2 %
    /// too large, and near both.
    /// </summary>
    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task Sixteen_alkali_halides_come_out_near_others_figures()
    {
        var published = ReferenceTable.Read("alkali_halides.csv").ToLookup(row => (row["cation"], row["anion"]));
        Assert.Equal(16, FumiTosi.All.Count());
        foreach (var (cation, anion) in FumiTosi.All)
        {
            var relaxed = await new LammpsCalculator(FumiTosi.Of(cation, anion)).ResultOfAsync(CalculationTask.CellRelaxation(
                Prototype.Rocksalt.Primitive(cation.Symbol, anion.Symbol, Prototype.LatticeConstant(Pbe[$"{cation}{anion}"].Volume))));
            var (a, b, c, alpha, beta, gamma) = relaxed.Crystal!.Lattice.Parameters;
            Assert.All([a, b, c], length => Assert.Equal(a, length, 1e-4));
            Assert.All([alpha, beta, gamma], angle => Assert.Equal(60, angle, 1e-2));
            var constant = Prototype.LatticeConstant(relaxed.Crystal.Volume);
            Assert.InRange(constant / Prototype.LatticeConstant(Pbe[$"{cation}{anion}"].Volume), 0.965, 1);
            foreach (var row in published[(cation.Symbol, anion.Symbol)])
            {
                var (low, high) = row["method"] switch { "experiment" => (0.995, 1.012), "experiment 300 K" => (0.985, 1), _ => (0.97, 1) };
                Assert.InRange(constant / ReferenceTable.Number(row["lattice_constant"])!.Value, low, high);
                if (ReferenceTable.Number(row["cohesive_energy"]) is { } cohesive) // ions lie above atoms by what the electron's way costs
                    Assert.Equal(-(2 * cohesive) - cation.IonizationEnergy!.Value + anion.ElectronAffinity!.Value, relaxed.Energy, 0.25);
            }
            // Kapustinskii's rule, as H. D. B. Jenkins and H. K. Roobottom write it in the CRC Handbook: 1214 kJ/mol Å · 2 / r · (1 − 0.345 Å / r).
            var distance = constant / 2;
            var estimate = -1214 * 2 / distance * (1 - (0.345 / distance)) * Units.KilojoulePerMole;
            Assert.InRange(relaxed.Energy / estimate, 0.96, 1.06);
        }
    }

    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task Energy_volume_curves_have_their_minimum_where_the_cell_relaxes_to_and_the_measured_stiffness()
    {
        foreach (var row in ReferenceTable.Read("alkali_halides.csv").Where(row => row["bulk_modulus"] != ""))
        {
            var calculator = new LammpsCalculator(FumiTosi.Of(row["cation"], row["anion"]));
            var guess = Prototype.Rocksalt.Primitive(row["cation"], row["anion"], ReferenceTable.Number(row["lattice_constant"])!.Value);
            var relaxed = (await calculator.ResultOfAsync(CalculationTask.CellRelaxation(guess))).Crystal!;
            var scan = await EnergyVolumeScan.RunAsync(calculator, relaxed, 5);
            Assert.Equal(relaxed.Volume, scan.Fit.Curve.Volume, 0.002 * relaxed.Volume);
            Assert.InRange(scan.Fit.Curve.BulkModulus / ReferenceTable.Number(row["bulk_modulus"])!.Value, 0.8, 1.1);
        }
    }

    /// <summary>C₁₁ 151, C₁₂ 76, C₄₄ 56 GPa: Balamane, Halicioglu, Tiller, Phys. Rev. B 46, 2250 (1992).</summary>
    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task Elastic_constants_of_silicon_are_those_of_the_literature()
    {
        var relaxed = await Silicon.ResultOfAsync(CalculationTask.CellRelaxation(Prototype.Zincblende.Primitive("Si", "Si", 5.5)));
        Assert.Equal(5.431, Prototype.LatticeConstant(relaxed.Crystal!.Volume), 0.001);
        Assert.Equal(-4.3366, relaxed.Energy / 2, 0.001); // fitted to this cohesion
        var tensor = await FiniteStrain.RunAsync(Silicon, relaxed.Crystal);
        Assert.Equal(151.4, tensor[1, 1], 1.5);
        Assert.Equal(76.4, tensor[1, 2], 1.0);
        Assert.Equal(56.4, tensor[4, 4], 1.0);
        Assert.Equal(tensor[1, 1], tensor[3, 3], 0.2);
        Assert.InRange(tensor.Asymmetry, 0, 0.5);
        Assert.True(tensor.IsStable);
        const double shear = 0.005; // engineering strain; the curvature of the energy is the same constant by another way
        var energies = new List<double>();
        foreach (var strain in new[] { -shear, 0, shear }) energies.Add((await Silicon.ResultOfAsync(relaxed.Crystal.Strained(0, 0, 0, 0, strain / 2, 0))).Energy);
        var clamped = await Silicon.ResultOfAsync(relaxed.Crystal.Strained(0, 0, 0, 0, shear / 2, 0));
        Assert.Equal((energies[0] + energies[2] - (2 * energies[1])) / (shear * shear) / relaxed.Crystal.Volume / Units.GigaPascal, clamped.Stress!.XZ / shear, 0.5);
        Assert.InRange((clamped.Stress.XZ / shear) - tensor[5, 5], 40, 70); // what the atoms' following is worth
        var scan = await EnergyVolumeScan.RunAsync(Silicon, relaxed.Crystal, 7, 0.005);
        Assert.Equal(tensor.BulkModulus, scan.Fit.Curve.BulkModulus, 1.5);
    }

    /// <summary>a 3.615 Å, E −3.54 eV, C₁₁ 167, C₁₂ 124, C₄₄ 76 GPa: Foiles, Baskes, Daw, Phys. Rev. B 33, 7983 (1986).</summary>
    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task Elastic_constants_of_copper_are_those_of_the_literature()
    {
        var calculator = new LammpsCalculator(InteratomicPotential.EmbeddedAtomCopper);
        var copper = new Crystal(Prototype.PrimitiveLattice(3.7), [new("Cu", default(Fractional))]);
        var scan = await EnergyVolumeScan.RunAsync(calculator, copper);
        Assert.Equal(3.615, Prototype.LatticeConstant(scan.Fit.Curve.Volume), 0.003);
        Assert.Equal(-3.54, scan.Fit.Curve.Energy, 0.005);
        var tensor = await FiniteStrain.RunAsync(calculator, scan.Best);
        Assert.Equal(167, tensor[1, 1], 4.0);
        Assert.Equal(124, tensor[1, 2], 3.0);
        Assert.Equal(76, tensor[4, 4], 3.0);
    }

    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task Vibrations_of_silicon()
    {
        var relaxed = (await Silicon.ResultOfAsync(CalculationTask.CellRelaxation(Prototype.Zincblende.Primitive("Si", "Si", 5.43)))).Crystal!;
        var phonons = await Phonons.RunAsync(Silicon, relaxed, repeats: 1);
        Assert.Equal(6, phonons.Frequencies.Count);
        Assert.Equal([0, 0, 0], phonons.Frequencies.Take(3));
        Assert.Equal(phonons.Frequencies[3], phonons.Frequencies[5], 0.01); // the optic modes are one by symmetry
        Assert.InRange(phonons.Frequencies[5], 17, 19); // experiment 15.5 THz; this potential is known to be too stiff here
        Assert.True(phonons.IsStable);
        Assert.InRange(phonons.SumRuleError, 0, 0.01);
    }

    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task Results_do_not_depend_on_how_the_crystal_lies_in_space()
    {
        var lying = new Crystal(new(new(5.6, 0.1, 0), new(0.3, 5.5, 0.2), new(-0.4, 0.5, 5.4)), [new("Na", new Fractional(0.02, 0, 0)), new("Cl", new Fractional(0.5, 0, 0)), new("Na", new Fractional(0.5, 0.5, 0)), new("Cl", new Fractional(0, 0.5, 0)), new("Na", new Fractional(0.5, 0, 0.5)), new("Cl", new Fractional(0, 0, 0.5)), new("Na", new Fractional(0, 0.5, 0.5)), new("Cl", new Fractional(0.5, 0.52, 0.5))]);
        var standing = new Crystal(new(Turn(lying.Lattice.A), Turn(lying.Lattice.B), Turn(lying.Lattice.C)), lying.Sites);
        var calculator = new LammpsCalculator(FumiTosi.Of("Na", "Cl"));
        var (one, two) = (await calculator.ResultOfAsync(lying), await calculator.ResultOfAsync(standing));
        Assert.Equal(one.Energy, two.Energy, 1e-5);
        for (var i = 0; i < one.Forces.Length; i++) Assert.InRange((Turn(one.Forces[i]) - two.Forces[i]).Length, 0, 1e-4);
        Assert.Equal(one.Stress!.XX, two.Stress!.YY, 1e-3); // x turned into y
        Assert.Equal(one.Stress.XZ, two.Stress.YZ, 1e-3);
        Assert.Equal(one.Stress.YZ, -two.Stress.XZ, 1e-3);

        static Cartesian Turn(Cartesian v) => new(-v.Y, v.X, v.Z);
    }

    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task Forces_and_stress_are_slopes_of_the_energy()
    {
        var calculator = new LammpsCalculator(FumiTosi.Of("K", "Br"));
        var ideal = Prototype.Rocksalt.Primitive("K", "Br", 6.6);
        var crystal = ideal.WithSites(ideal.Sites.SetItem(1, ideal.Sites[1].MovedTo(new(0.53, 0.5, 0.49)))).Strained(0.01, 0, -0.01, 0.004, 0.01, 0.002);
        var result = await calculator.ResultOfAsync(crystal);
        const double step = 1e-4;
        var slope = (await Energy(crystal.Strained(0, 0, 0, 0, step / 2, 0)) - await Energy(crystal.Strained(0, 0, 0, 0, -step / 2, 0))) / (2 * step);
        Assert.Equal(slope / crystal.Volume / Units.GigaPascal, result.Stress!.XZ, 0.02);
        var by = crystal.Lattice.ToFractional(new(step, 0, 0));
        var (ahead, back) = (await Energy(Moved(by)), await Energy(Moved(default(Fractional) - by)));
        Assert.Equal((back - ahead) / (2 * step), result.Forces[1].X, 2e-3);

        async Task<double> Energy(Crystal c) => (await calculator.ResultOfAsync(c)).Energy;
        Crystal Moved(Fractional d) => crystal.WithSites(crystal.Sites.SetItem(1, crystal.Sites[1].MovedTo(crystal.Sites[1].Position + d)));
    }

    /// <summary>Born's criteria: body-centred copper gives way to a shear towards the face-centred crystal.</summary>
    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task A_crystal_that_gives_way_to_a_shear_is_not_stable()
    {
        var calculator = new LammpsCalculator(InteratomicPotential.EmbeddedAtomCopper);
        var centred = new Crystal(Lattice.Cubic(2.87), [new("Cu", default(Fractional)), new("Cu", new Fractional(0.5, 0.5, 0.5))]);
        var tensor = await FiniteStrain.RunAsync(calculator, (await EnergyVolumeScan.RunAsync(calculator, centred, 5)).Best, relax: false);
        Assert.True(tensor[1, 1] < tensor[1, 2], tensor.ToString());
        Assert.False(tensor.IsStable);
    }

    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task A_missing_potential_file_is_one_line()
    {
        var potential = new InteratomicPotential("no potential", "nowhere", ["Si"], ["pair_style sw", "pair_coeff * * {potentials}/Nothing.sw Si"]);
        var failure = (await new LammpsCalculator(potential).CalculateAsync(Prototype.Zincblende.Primitive("Si", "Si", 5.43))).Failure!;
        Assert.Contains("Nothing.sw", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
