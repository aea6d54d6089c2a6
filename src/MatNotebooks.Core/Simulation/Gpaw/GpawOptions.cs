namespace MatNotebooks.Simulation.Gpaw;

/// <summary>Settings of a GPAW calculation. The defaults are the recipe of the octet table.</summary>
public sealed record GpawOptions
{
    /// <summary>Exchange-correlation functional by GPAW's name. The default is "PBE".</summary>
    public string Functional { get; init; } = "PBE";

    /// <summary>Largest kinetic energy of a plane wave | eV, 100 to 2000. The default is 600.</summary>
    public double Cutoff { get; init; } = 600;

    /// <summary>k-points along each reciprocal vector, Γ among them | 1 to 32. The default is 6.</summary>
    public int KPoints { get; init; } = 6;

    /// <summary>Width of the Fermi–Dirac occupation | eV, greater than 0, at most 1. The default is 0.02.</summary>
    public double Width { get; init; } = 0.02;

    /// <summary>Largest change of the energy between the last steps | eV per valence electron, greater than 0. The default is 1e-4.</summary>
    public double EnergyTolerance { get; init; } = 1e-4;

    /// <summary>Largest force on an atom that counts as none in a relaxation | eV/Å, 0.001 to 1. The default is 0.02.</summary>
    /// <remarks>With the cell, stress times volume an atom counts as a force too.</remarks>
    public double ForceTolerance { get; init; } = 0.02;

    /// <summary>Steps after which a relaxation is given up | 1 to 10000. The default is 100.</summary>
    public int RelaxationSteps { get; init; } = 100;

    /// <summary>Most memory one calculation may take | bytes, at least 64 MiB. The default is 16 GiB.</summary>
    public long Memory { get; init; } = 16L << 30;

    /// <summary>The Python that has GPAW. The default is Debian's own, /usr/bin/python3.</summary>
    public string Python { get; init; } = "/usr/bin/python3";

    /// <summary>Longest time one calculation may take | 1 s to 1 day. The default is 20 minutes.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>The same settings, when every one is in its range.</summary>
    /// <exception cref="ArgumentException">A setting is out of its range.</exception>
    internal GpawOptions Checked()
    {
        Require(!string.IsNullOrWhiteSpace(Functional), nameof(Functional), Functional, "not empty");
        Require(Cutoff is >= 100 and <= 2000, nameof(Cutoff), Cutoff, "100 to 2000 eV");
        Require(KPoints is >= 1 and <= 32, nameof(KPoints), KPoints, "1 to 32");
        Require(Width is > 0 and <= 1, nameof(Width), Width, "greater than 0 and at most 1 eV");
        Require(EnergyTolerance is > 0 and <= 1, nameof(EnergyTolerance), EnergyTolerance, "greater than 0 and at most 1 eV");
        Require(ForceTolerance is >= 0.001 and <= 1, nameof(ForceTolerance), ForceTolerance, "0.001 to 1 eV/Å");
        Require(RelaxationSteps is >= 1 and <= 10_000, nameof(RelaxationSteps), RelaxationSteps, "1 to 10000");
        Require(Memory >= 64 << 20, nameof(Memory), Memory, "at least 64 MiB");
        Require(Limit >= TimeSpan.FromSeconds(1) && Limit <= TimeSpan.FromDays(1), nameof(Limit), Limit, "1 s to 1 day");
        return this;
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds) throw new ArgumentException($"GPAW's {name} is {value}; it must be {range}.");
    }
}
