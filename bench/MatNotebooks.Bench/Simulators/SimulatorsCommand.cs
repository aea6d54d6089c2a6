using System.CommandLine;
using System.Globalization;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Datasets.Sources;
using MatNotebooks.Physics;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Gpaw;
using MatNotebooks.Simulation.Lammps;
using MatNotebooks.Simulation.Studies;
using MatNotebooks.Simulation.Xtb;
using Spectre.Console;

namespace MatNotebooks.Bench.Simulators;

/// <summary><c>bench simulators</c>: what the simulation codes give beside what others measured and computed, molecule by molecule and crystal by crystal.</summary>
/// <remarks>
/// The published figures, each with its source, stand in tests/References. Finished calculations are kept in the cache of this machine, so
/// a run that was stopped goes on where it was.
/// </remarks>
internal sealed class SimulatorsCommand
{
    // Structure, elements, k-points along each vector: a metal needs more of them.
    private static readonly (Crystal Start, int KPoints, double Width)[] Crystals =
    [
        (Prototype.Rocksalt.Primitive("Na", "Cl", 5.70, "NaCl"), 8, 0.02),
        (Prototype.Rocksalt.Primitive("Mg", "O", 4.25, "MgO"), 8, 0.02),
        (Prototype.Zincblende.Primitive("Si", "Si", 5.47, "Si"), 8, 0.02),
        (Prototype.Zincblende.Primitive("Ga", "As", 5.76, "GaAs"), 8, 0.02),
        (new(Prototype.PrimitiveLattice(3.64), [new("Cu", default(Fractional))], "Cu"), 12, 0.1),
    ];

    private readonly ResultTable table = new("simulators");

    public static Command Create()
    {
        var dft = new Option<bool>("--dft") { Description = "also five crystals with GPAW, which takes four minutes of one core" };
        var command = new Command("simulators", "Molecules with GFN2-xTB, alkali halides with LAMMPS, crystals with PBE, beside published figures.") { dft };
        command.SetAction(async (parsed, _) =>
        {
            var bench = new SimulatorsCommand();
            await bench.MoleculesAsync();
            await bench.AlkaliHalidesAsync();
            if (parsed.GetValue(dft)) await bench.CrystalsAsync();
            AnsiConsole.MarkupLineInterpolated($"written to {bench.table.FilePath}");
        });
        return command;
    }

    private async Task MoleculesAsync()
    {
        var calculator = new CachedCalculator(new XtbCalculator(new() { Relaxation = XtbRelaxation.VeryTight }));
        foreach (var row in Reference("molecules.csv"))
        {
            var (name, method) = (row["molecule"], "GFN2-xTB");
            var result = await calculator.ResultOfAsync(CalculationTask.Frequencies(StartingMolecules.Of(name)));
            var bond = result.Molecule!.Distance(int.Parse(row["first"], CultureInfo.InvariantCulture), int.Parse(row["second"], CultureInfo.InvariantCulture));
            Put(name, method, "bond_length", "Å", bond);
            Put(name, method, "dipole", "D", result.Dipole!.Value);
            Put(name, method, "polarizability", "Å³", result.Polarizability!.Value);
            Put(name, method, "ionization_energy", "eV", -result.Homo!.Value); // Koopmans
            Put(name, method, "gap", "eV", result.Gap!.Value);
            foreach (var (metric, unit) in new[] { ("bond_length", "Å"), ("dipole", "D"), ("polarizability", "Å³"), ("ionization_energy", "eV") })
                Put(name, "experiment", metric, unit, Number(row[metric]));
            Put(name, "MP2", "bond_length", "Å", Number(row["mp2_bond_length"]));
        }
    }

    private async Task AlkaliHalidesAsync()
    {
        var computed = OctetDataset.Load().Series.Where(series => series.Prototype == Prototype.Rocksalt).ToDictionary(series => series.Compound);
        foreach (var (cation, anion) in FumiTosi.All)
        {
            var name = $"{cation}{anion}";
            var calculator = new CachedCalculator(new LammpsCalculator(FumiTosi.Of(cation, anion)));
            var pbe = EquationOfState.Fit(computed[name].Volumes, computed[name].Energies).Curve;
            var start = Prototype.Rocksalt.Primitive(cation.Symbol, anion.Symbol, Prototype.LatticeConstant(pbe.Volume), name);
            var relaxed = await calculator.ResultOfAsync(CalculationTask.CellRelaxation(start));
            var tensor = await FiniteStrain.RunAsync(calculator, relaxed.Crystal!);
            PutLattice(name, "Fumi–Tosi", Prototype.LatticeConstant(relaxed.Crystal!.Volume), tensor.BulkModulus);
            Put(name, "Fumi–Tosi", "lattice_energy", "kcal/mol", relaxed.Energy / Units.KilocaloriePerMole);
            foreach (var (metric, i, j) in new[] { ("c11", 1, 1), ("c12", 1, 2), ("c44", 4, 4) }) Put(name, "Fumi–Tosi", metric, "GPa", tensor[i, j]);
            PutLattice(name, "octet table PBE", Prototype.LatticeConstant(pbe.Volume), pbe.BulkModulus);
            foreach (var row in Reference("alkali_halides.csv").Where(row => row["cation"] + row["anion"] == name))
            {
                PutLattice(name, row["method"], Number(row["lattice_constant"]), Number(row["bulk_modulus"]));
                var apart = cation.IonizationEnergy - anion.ElectronAffinity; // free ions lie above free atoms by this
                Put(name, row["method"], "lattice_energy", "kcal/mol", -((2 * Number(row["cohesive_energy"])) + apart) / Units.KilocaloriePerMole);
            }
        }
    }

    private async Task CrystalsAsync()
    {
        foreach (var (start, kPoints, width) in Crystals)
        {
            var calculator = new CachedCalculator(new GpawCalculator(new() { Cutoff = 700, KPoints = kPoints, Width = width, Limit = TimeSpan.FromHours(2) }));
            var scan = await EnergyVolumeScan.RunAsync(calculator, start, 7, 0.012);
            PutLattice(start.Id!, "GPAW PBE", Prototype.LatticeConstant(scan.Fit.Curve.Volume), scan.Fit.Curve.BulkModulus);
            Put(start.Id!, "GPAW PBE", "core_seconds", "s", scan.CoreSeconds);
            foreach (var row in Reference("crystals.csv").Where(row => row["crystal"] == start.Id))
                PutLattice(start.Id!, row["method"], Number(row["lattice_constant"]), Number(row["bulk_modulus"]));
        }
    }

    private void PutLattice(string name, string method, double? length, double? bulkModulus)
    {
        Put(name, method, "lattice_constant", "Å", length);
        Put(name, method, "bulk_modulus", "GPa", bulkModulus);
    }

    private void Put(string name, string method, string metric, string unit, double? value)
    {
        if (value is not { } number) return; // nobody published it
        table.Put(new($"{name} {method}", metric, number, unit));
        AnsiConsole.MarkupLineInterpolated($"{name + " " + method,-28} {metric,-18} {number,12:g6} {unit}");
    }

    private static IEnumerable<Dictionary<string, string>> Reference(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(DataFolders.Repository, "tests", "References", file)).Where(line => !line.StartsWith('#')).ToArray();
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
