using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MatNotebooks.Chemistry;
using MatNotebooks.Crystals;
using MatNotebooks.Quantities;

namespace MatNotebooks.Simulation.Xtb;

/// <summary>Reads what xtb writes; text that is not xtb's gives no numbers.</summary>
internal static partial class XtbOutput
{
    private const double Still = 0.05; // cm⁻¹; projected motions as a whole come out as 0.00

    /// <summary>Total energy | eV.</summary>
    public static double? Energy(string output) => Last(TotalEnergy(), output) * Units.Hartree;

    /// <summary>HOMO–LUMO gap | eV; null for force fields.</summary>
    public static double? Gap(string output) => Last(HomoLumoGap(), output);

    /// <summary>Energy of the level marked so, "HOMO" or "LUMO" | eV.</summary>
    public static double? Level(string output, string mark) => Last(mark == "HOMO" ? Homo() : Lumo(), output);

    /// <summary>Length of the dipole moment | D.</summary>
    public static double? Dipole(string output) => Last(TotalDipole(), output);

    /// <summary>Static polarisability | Å³.</summary>
    public static double? Polarizability(string output) => Last(Alpha(), output) * Units.Bohr * Units.Bohr * Units.Bohr;

    /// <summary>Version by xtb's own word.</summary>
    public static string? Version(string output) => VersionLine().Match(output) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Why a relaxation or a self-consistent field did not settle; null when both did.</summary>
    public static string? Unsettled(string output)
    {
        if (output.Contains("FAILED TO CONVERGE GEOMETRY", StringComparison.Ordinal)) return "the positions did not settle; relax from a better start";
        var stuck = output.Contains("convergence criteria cannot be satisfied", StringComparison.Ordinal)
            || output.Contains("Self consistent charge iterator did not converge", StringComparison.Ordinal);
        return stuck ? "the charges did not settle; raise ElectronicTemperature, or check charge and unpaired electrons" : null;
    }

    /// <summary>What xtb says it stopped for; null when it says nothing.</summary>
    public static string? Complaint(string output)
    {
        var reasons = Reason().Matches(output);
        return reasons.Count > 0 ? CalculationText.Shortened(reasons[^1].Groups[1].Value) : null;
    }

    /// <summary>Wave numbers in rising order | cm⁻¹; null when they are not there or garbled.</summary>
    public static ImmutableArray<double>? Frequencies(string output)
    {
        const string head = "vibrational frequencies (cm"; // "projected" before it, except for linear molecules
        var start = output.LastIndexOf(head, StringComparison.Ordinal);
        if (start < 0) return null;
        var found = new List<double>();
        foreach (var line in output[start..].Split('\n').Skip(1).TakeWhile(line => line.StartsWith("eigval", StringComparison.Ordinal)))
            foreach (var word in line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                if (CalculationText.Number(word) is { } value) found.Add(value);
                else return null;
        return [.. found.Where(value => Math.Abs(value) > Still).Order()];
    }

    /// <summary>Forces | eV/Å, from a file in.engrad; null when it does not hold three numbers an atom.</summary>
    public static ImmutableArray<Cartesian>? Forces(string file, int atoms)
    {
        var words = file.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length > 0 && line[0] != '#').Skip(2).Take(3 * atoms).ToArray();
        var numbers = words.Select(CalculationText.Number).ToArray();
        if (numbers.Length != 3 * atoms || numbers.Contains(null)) return null;
        const double unit = -Units.Hartree / Units.Bohr; // a gradient is a force turned round
        return [.. Enumerable.Range(0, atoms).Select(i => unit * new Cartesian(numbers[3 * i]!.Value, numbers[(3 * i) + 1]!.Value, numbers[(3 * i) + 2]!.Value))];
    }

    /// <summary>The molecule of an XYZ file; null when it is not the same elements with three finite numbers each.</summary>
    public static Molecule? Geometry(string xyz, Molecule start)
    {
        var lines = xyz.Split('\n');
        if (lines.Length < start.Atoms.Length + 2) return null;
        var atoms = ImmutableArray.CreateBuilder<Atom>(start.Atoms.Length);
        foreach (var (line, atom) in lines.Skip(2).Zip(start.Atoms))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var at = words.Skip(1).Take(3).Select(CalculationText.Number).ToArray();
            if (at.Length != 3 || at.Contains(null) || !PeriodicTable.TryFind(words[0], out var element) || element != atom.Element) return null;
            atoms.Add(new(element, new(at[0]!.Value, at[1]!.Value, at[2]!.Value)));
        }
        return new(atoms.MoveToImmutable(), start.Id);
    }

    private static double? Last(Regex pattern, string output)
    {
        var matches = pattern.Matches(output);
        return matches.Count > 0 ? CalculationText.Number(matches[^1].Groups[1].Value) : null;
    }

    [GeneratedRegex(@"\| TOTAL ENERGY +(\S+) Eh", RegexOptions.CultureInvariant)]
    private static partial Regex TotalEnergy();

    [GeneratedRegex(@"\| HOMO-LUMO GAP +(\S+) eV", RegexOptions.CultureInvariant)]
    private static partial Regex HomoLumoGap();

    [GeneratedRegex(@"(\S+) \(HOMO\)", RegexOptions.CultureInvariant)]
    private static partial Regex Homo();

    [GeneratedRegex(@"(\S+) \(LUMO\)", RegexOptions.CultureInvariant)]
    private static partial Regex Lumo();

    [GeneratedRegex(@"molecular dipole:[^\n]*\n[^\n]*\n[^\n]*\n +full: +\S+ +\S+ +\S+ +(\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex TotalDipole();

    [GeneratedRegex(@"Mol\. α\(0\) /au +: +(\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Alpha();

    [GeneratedRegex(@"\* xtb version (\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"^-1- ([^\n]+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Reason();
}
