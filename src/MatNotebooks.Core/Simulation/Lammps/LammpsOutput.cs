using System.Text.RegularExpressions;
using MatNotebooks.Crystals;

namespace MatNotebooks.Simulation.Lammps;

/// <summary>Reads what lmp writes; text that is not of the script's making gives no numbers.</summary>
internal static partial class LammpsOutput
{
    private const double GigaPascal = 1e-4; // of LAMMPS' bar

    /// <summary>The number reported under a name; null when it is not there or no number.</summary>
    public static double? Value(string output, string name)
    {
        var mark = $"\nmatnb {name} ";
        var start = output.LastIndexOf(mark, StringComparison.Ordinal);
        if (start < 0) return null;
        var line = output[(start + mark.Length)..];
        return CalculationText.Number(line[..Math.Max(0, line.IndexOf('\n', StringComparison.Ordinal))]);
    }

    /// <summary>Stress in LAMMPS' axes; null when it cannot be read.</summary>
    public static StressTensor? Stress(string output)
    {
        var p = new[] { "pxx", "pyy", "pzz", "pyz", "pxz", "pxy" }.Select(name => -GigaPascal * Value(output, name)).ToArray(); // a pressure pushes
        return p.Contains(null) ? null : new(p[0]!.Value, p[1]!.Value, p[2]!.Value, p[3]!.Value, p[4]!.Value, p[5]!.Value);
    }

    /// <summary>The lattice in LAMMPS' axes; null when it cannot be read, or spans nothing.</summary>
    public static Lattice? Lattice(string output)
    {
        var v = new[] { "lx", "ly", "lz", "xy", "xz", "yz" }.Select(name => Value(output, name)).ToArray();
        if (v.Contains(null)) return null;
        try
        {
            return new(new(v[0]!.Value, 0, 0), new(v[3]!.Value, v[1]!.Value, 0), new(v[4]!.Value, v[5]!.Value, v[2]!.Value));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Fractional position and force (LAMMPS' axes, eV/Å) of each atom; null when the dump does not hold as many.</summary>
    public static (Fractional Position, Cartesian Force)[]? Atoms(string dump, int count)
    {
        var lines = dump.Split('\n');
        var head = Array.FindIndex(lines, line => line.StartsWith("ITEM: ATOMS id xs ys zs fx fy fz", StringComparison.Ordinal));
        if (head < 0) return null;
        var atoms = new List<(Fractional, Cartesian)>();
        foreach (var line in lines.Skip(head + 1).Take(count))
        {
            var v = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(CalculationText.Number).ToArray();
            if (v.Length != 7 || v.Contains(null) || v[0] != atoms.Count + 1) return null;
            atoms.Add((new(v[1]!.Value, v[2]!.Value, v[3]!.Value), new(v[4]!.Value, v[5]!.Value, v[6]!.Value)));
        }
        return atoms.Count == count ? [.. atoms] : null;
    }

    /// <summary>What LAMMPS stopped for; null when it says nothing.</summary>
    public static string? Complaint(string output) =>
        ErrorLine().Match(output) is { Success: true } match ? CalculationText.Shortened(match.Groups[1].Value) : null;

    /// <summary>Version by LAMMPS' own word.</summary>
    public static string? Version(string output) => VersionLine().Match(output) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"^ERROR(?: on proc \d+)?: ([^\n]+)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"^LAMMPS \(([^)\n]+)\)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex VersionLine();
}
