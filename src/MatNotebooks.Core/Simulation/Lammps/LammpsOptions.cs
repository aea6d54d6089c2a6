using System.Globalization;

namespace MatNotebooks.Simulation.Lammps;

/// <summary>Settings of a LAMMPS calculation.</summary>
public sealed record LammpsOptions
{
    /// <summary>Largest force on an atom that counts as none after a relaxation | eV/Å, 1e-6 to 1. The default is 0.0001.</summary>
    public double ForceTolerance { get; init; } = 1e-4;

    /// <summary>Largest component of the stress that counts as none after a relaxation of the cell | GPa, 1e-4 to 10. The default is 0.01.</summary>
    public double StressTolerance { get; init; } = 0.01;

    /// <summary>The program. The default is lmp in PATH.</summary>
    public string Program { get; init; } = "lmp";

    /// <summary>Where LAMMPS keeps the files of published potentials. The default is Debian's folder.</summary>
    public string PotentialFolder { get; init; } = "/usr/share/lammps/potentials";

    /// <summary>Longest time one calculation may take | 1 s to 1 day. The default is 10 minutes.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Most memory one calculation may take | bytes, at least 64 MiB. The default is 4 GiB.</summary>
    public long Memory { get; init; } = 4L << 30;

    /// <summary>The same settings, when every one is in its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal LammpsOptions Checked()
    {
        Require(ForceTolerance is >= 1e-6 and <= 1, nameof(ForceTolerance), ForceTolerance, "1e-6 to 1 eV/Å");
        Require(StressTolerance is >= 1e-4 and <= 10, nameof(StressTolerance), StressTolerance, "1e-4 to 10 GPa");
        Require(!string.IsNullOrWhiteSpace(Program), nameof(Program), Program, "a path or a name in PATH");
        Require(!string.IsNullOrWhiteSpace(PotentialFolder), nameof(PotentialFolder), PotentialFolder, "a folder");
        Require(Limit >= TimeSpan.FromSeconds(1) && Limit <= TimeSpan.FromDays(1), nameof(Limit), Limit, "1 s to 1 day");
        Require(Memory >= 64 << 20, nameof(Memory), Memory, "at least 64 MiB");
        return this;
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"LAMMPS's {name} is {value}; it must be {range}."));
    }
}
