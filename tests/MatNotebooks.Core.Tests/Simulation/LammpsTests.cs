using MatNotebooks.Crystals;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Lammps;
using MatNotebooks.Simulation.Studies;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The calculator with LAMMPS itself, and the studies on top of it.</summary>
public sealed class LammpsTests
{
    private static readonly LammpsCalculator Silicon = new(InteratomicPotential.StillingerWeberSilicon);

    /// <summary>The parameters were fitted to crystals at room temperature; without heat a lattice is about 1 % smaller and stiffer.</summary>
    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task Sixteen_alkali_halides_come_out_near_experiment()
    {
        string[] curves = ["LiF", "NaCl", "KBr", "RbI"];
        foreach (var row in ReferenceTable.Read("alkali_halides_experiment.csv"))
        {
            double Reference(string column) => ReferenceTable.Number(row[column])!.Value;
            var calculator = new LammpsCalculator(FumiTosi.Of(row["cation"], row["anion"]));
            var salt = Prototype.Rocksalt.Primitive(row["cation"], row["anion"], 2 * Reference("distance"), row["cation"] + row["anion"]);
            var relaxed = await calculator.ResultOfAsync(CalculationTask.CellRelaxation(salt));
            var (a, b, c, alpha, beta, gamma) = relaxed.Crystal!.Lattice.Parameters;
            Assert.All([a, b, c], length => Assert.Equal(a, length, 1e-4));
            Assert.All([alpha, beta, gamma], angle => Assert.Equal(60, angle, 1e-2));
            Assert.InRange(Prototype.LatticeConstant(relaxed.Crystal.Volume) / (2 * Reference("distance")), 0.975, 1.005);
            Assert.InRange(relaxed.Energy / (Reference("lattice_energy") * Units.KilocaloriePerMole), 0.94, 1.06);
            if (!curves.Contains(row["cation"] + row["anion"])) continue;
            var scan = await EnergyVolumeScan.RunAsync(calculator, relaxed.Crystal, 5);
            Assert.Equal(relaxed.Crystal.Volume, scan.Fit.Curve.Volume, 0.002 * relaxed.Crystal.Volume);
            Assert.InRange(scan.Fit.Curve.BulkModulus / Reference("bulk_modulus"), 0.9, 1.35);
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

    [ProgramFact("lmp", "lammps lammps-data")]
    public async Task A_missing_potential_file_is_one_line()
    {
        var potential = new InteratomicPotential("no potential", "nowhere", ["Si"], ["pair_style sw", "pair_coeff * * {potentials}/Nothing.sw Si"]);
        var failure = (await new LammpsCalculator(potential).CalculateAsync(Prototype.Zincblende.Primitive("Si", "Si", 5.43))).Failure!;
        Assert.Contains("Nothing.sw", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
