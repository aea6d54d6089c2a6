using System.CommandLine;
using System.Globalization;
using MatNotebooks.Bench.Results;
using MatNotebooks.Crystals;
using MatNotebooks.Datasets;
using MatNotebooks.Quantities;
using MatNotebooks.Simulation;
using MatNotebooks.Simulation.Gpaw;
using MatNotebooks.Simulation.Lammps;
using MatNotebooks.Simulation.Studies;
using MatNotebooks.Simulation.Xtb;
using Spectre.Console;

namespace MatNotebooks.Bench.Simulators;

/// <summary><c>bench simulators</c>: what the simulation codes give beside experiment, molecule by molecule and crystal by crystal.</summary>
internal sealed class SimulatorsCommand
{
    private readonly ResultTable table = new("simulators");

    public static Command Create()
    {
        var dft = new Option<bool>("--dft") { Description = "also the five crystals with GPAW, which takes an hour of one core" };
        var command = new Command("simulators", "Molecules with GFN2-xTB, alkali halides with LAMMPS, crystals with PBE, beside experiment.") { dft };
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
        foreach (var row in Reference("molecules_experiment.csv"))
        {
            var result = await calculator.ResultOfAsync(CalculationTask.Frequencies(StartingMolecules.Of(row["molecule"])));
            var bond = result.Molecule!.Distance(int.Parse(row["first"], CultureInfo.InvariantCulture), int.Parse(row["second"], CultureInfo.InvariantCulture));
            Beside(row, row["molecule"], "GFN2-xTB", "bond_length", "Å", bond);
            Beside(row, row["molecule"], "GFN2-xTB", "dipole", "D", result.Dipole!.Value);
            Beside(row, row["molecule"], "GFN2-xTB", "polarizability", "Å³", result.Polarizability!.Value);
            Beside(row, row["molecule"], "GFN2-xTB", "ionization_energy", "eV", -result.Homo!.Value); // Koopmans
            Put($"{row["molecule"]} GFN2-xTB", "gap", "eV", result.Gap!.Value);
        }
    }

    private async Task AlkaliHalidesAsync()
    {
        foreach (var row in Reference("alkali_halides_experiment.csv"))
        {
            var name = row["cation"] + row["anion"];
            var calculator = new CachedCalculator(new LammpsCalculator(FumiTosi.Of(row["cation"], row["anion"])));
            var start = Prototype.Rocksalt.Primitive(row["cation"], row["anion"], 2 * Number(row["distance"])!.Value, name);
            var relaxed = await calculator.ResultOfAsync(CalculationTask.CellRelaxation(start));
            var tensor = await FiniteStrain.RunAsync(calculator, relaxed.Crystal!);
            Put($"{name} Fumi–Tosi", "lattice_constant", "Å", Prototype.LatticeConstant(relaxed.Crystal!.Volume));
            Put($"{name} experiment", "lattice_constant", "Å", 2 * Number(row["distance"])!.Value);
            Beside(row, name, "Fumi–Tosi", "bulk_modulus", "GPa", tensor.BulkModulus);
            Beside(row, name, "Fumi–Tosi", "lattice_energy", "kcal/mol", relaxed.Energy / Units.KilocaloriePerMole);
            Put($"{name} Fumi–Tosi", "c11", "GPa", tensor[1, 1]);
            Put($"{name} Fumi–Tosi", "c12", "GPa", tensor[1, 2]);
            Put($"{name} Fumi–Tosi", "c44", "GPa", tensor[4, 4]);
        }
    }

    private async Task CrystalsAsync()
    {
        var calculator = new CachedCalculator(new GpawCalculator(new() { Cutoff = 700, KPoints = 10, Width = 0.05, Limit = TimeSpan.FromHours(2) }));
        foreach (var row in Reference("crystals_pbe.csv"))
        {
            var start = Crystal(row, 1.01 * Number(row["lattice_constant"])!.Value); // PBE's lattices are about 1 % too large
            var scan = await EnergyVolumeScan.RunAsync(calculator, start, 7, 0.012);
            Beside(row, row["crystal"], "GPAW PBE", "lattice_constant", "Å", Prototype.LatticeConstant(scan.Fit.Curve.Volume));
            Beside(row, row["crystal"], "GPAW PBE", "bulk_modulus", "GPa", scan.Fit.Curve.BulkModulus);
            Put($"{row["crystal"]} GPAW PBE", "core_seconds", "s", scan.CoreSeconds);
            if (Number(row["pbe_lattice_constant"]) is { } length) Put($"{row["crystal"]} WIEN2k PBE", "lattice_constant", "Å", length);
            if (Number(row["pbe_bulk_modulus"]) is { } modulus) Put($"{row["crystal"]} WIEN2k PBE", "bulk_modulus", "GPa", modulus);
        }
    }

    private static Crystal Crystal(Dictionary<string, string> row, double constant) => row["prototype"] == "fcc"
        ? new(Prototype.PrimitiveLattice(constant), [new(row["first"], default(Fractional))], row["crystal"])
        : Prototype.Of(row["prototype"]).Primitive(row["first"], row["second"], constant, row["crystal"]);

    private void Beside(Dictionary<string, string> row, string name, string method, string metric, string unit, double value)
    {
        Put($"{name} {method}", metric, unit, value);
        if (Number(row[metric]) is { } known) Put($"{name} experiment", metric, unit, known);
    }

    private void Put(string name, string metric, string unit, double value)
    {
        table.Put(new(name, metric, value, unit));
        AnsiConsole.MarkupLineInterpolated($"{name,-22} {metric,-18} {value,12:g6} {unit}");
    }

    private static IEnumerable<Dictionary<string, string>> Reference(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(DataFolders.Repository, "tests", "References", file)).Where(line => !line.StartsWith('#')).ToArray();
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
