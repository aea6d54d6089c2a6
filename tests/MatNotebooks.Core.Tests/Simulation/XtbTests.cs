using MatNotebooks.Bench.Simulators;
using MatNotebooks.Crystals;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Xtb;

namespace MatNotebooks.Core.Tests.Simulation;

/// <summary>The calculator with xtb itself.</summary>
public sealed class XtbTests
{
    /// <summary>GFN2 is made for geometries: bonds come out within a few hundredths of an ångström, dipoles within 0.8 D.</summary>
    [ProgramFact("xtb", "xtb")]
    public async Task Ten_molecules_come_out_near_others_figures()
    {
        var calculator = new XtbCalculator();
        var errors = new Dictionary<string, List<double>>();
        foreach (var row in ReferenceTable.Read("molecules.csv"))
        {
            var result = await calculator.ResultOfAsync(CalculationTask.Frequencies(StartingMolecules.Of(row["molecule"])));
            var bond = result.Molecule!.Distance(int.Parse(row["first"]), int.Parse(row["second"]));
            Compare("bond_length", bond, relative: false);
            Compare("mp2_bond_length", bond, relative: false);
            Compare("dipole", result.Dipole!.Value, relative: false);
            Compare("polarizability", result.Polarizability!.Value, relative: true);
            Compare("ionization_energy", -result.Homo!.Value, relative: true); // Koopmans
            var atoms = result.Molecule.Atoms.Length;
            var linear = row["molecule"] is "CO2" or "HF" or "N2" or "HCN";
            Assert.Equal((3 * atoms) - (linear ? 5 : 6), result.Frequencies.Length);
            Assert.All(result.Frequencies, frequency => Assert.InRange(frequency, 50, 4500)); // a minimum
            Assert.Equal(result.Gap!.Value, result.Lumo!.Value - result.Homo!.Value, 1e-3);
            Assert.Equal("6", result.Source.Version[..1]);

            void Compare(string column, double value, bool relative)
            {
                if (ReferenceTable.Number(row[column]) is not { } known) return;
                if (!errors.TryGetValue(column, out var list)) errors[column] = list = [];
                list.Add(Math.Abs(relative ? (value / known) - 1 : value - known));
            }
        }
        Assert.InRange(errors["bond_length"].Max(), 0, 0.03);
        Assert.InRange(errors["mp2_bond_length"].Max(), 0, 0.05); // MP2 in this basis makes triple bonds too long
        Assert.InRange(errors["mp2_bond_length"].Average(), 0, 0.025);
        Assert.InRange(errors["dipole"].Max(), 0, 0.8);
        Assert.InRange(errors["polarizability"].Max(), 0, 0.35);
        Assert.InRange(errors["ionization_energy"].Max(), 0, 0.25);
        Assert.InRange(errors["ionization_energy"].Average(), 0, 0.1);
    }

    [ProgramFact("xtb", "xtb")]
    public async Task Forces_are_the_slope_of_the_energy()
    {
        var calculator = new XtbCalculator();
        var water = StartingMolecules.Of("H2O");
        const double step = 0.001;
        var (low, high) = (await Moved(-step), await Moved(step));
        Assert.Equal((low.Energy - high.Energy) / (2 * step), (await calculator.ResultOfAsync(water)).Forces[1].Z, 1e-3);

        Task<CalculationResult> Moved(double by)
        {
            var atom = water.Atoms[1];
            return calculator.ResultOfAsync(new Molecule(water.Atoms.SetItem(1, atom with { Position = atom.Position + new Cartesian(0, 0, by) })));
        }
    }

    [ProgramFact("xtb", "xtb")]
    public async Task Charge_spin_and_method_reach_the_program()
    {
        var water = StartingMolecules.Of("H2O");
        var neutral = await new XtbCalculator().ResultOfAsync(water);
        var cation = await new XtbCalculator(new() { Charge = 1, UnpairedElectrons = 1 }).ResultOfAsync(water);
        Assert.InRange(cation.Energy - neutral.Energy, 8, 25); // ionisation costs 12.6 eV in experiment
        Assert.NotEqual(neutral.Energy, (await new XtbCalculator(new() { Method = XtbMethod.Gfn1 }).ResultOfAsync(water)).Energy, 0.1);
        var field = await new XtbCalculator(new() { Method = XtbMethod.GfnFF }).ResultOfAsync(CalculationTask.Relaxation(water));
        Assert.Null(field.Gap);
        Assert.Equal(0.96, field.Molecule!.Distance(0, 1), 0.03);
    }

    [ProgramFact("xtb", "xtb")]
    public async Task Atoms_at_one_place_and_too_little_memory_are_one_line()
    {
        var twice = new Molecule([new("H", default), new("H", default)]);
        var failure = (await new XtbCalculator().CalculateAsync(twice)).Failure!;
        Assert.Equal((FailureKind.Crashed, true), (failure.Kind, failure.Message.Contains("very* short distance")));
        // With too little memory xtb dies, or spins for ever in its own report of that.
        var starved = await new XtbCalculator(new() { Memory = 64 << 20, Limit = TimeSpan.FromSeconds(2) }).CalculateAsync(StartingMolecules.Of("H2O"));
        Assert.Contains(starved.Failure!.Kind, new[] { FailureKind.OutOfMemory, FailureKind.Crashed, FailureKind.TimedOut });
    }
}
