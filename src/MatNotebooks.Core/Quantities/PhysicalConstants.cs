namespace MatNotebooks.Quantities;

/// <summary>Constants of nature in SI units. Source: CODATA 2022 (NIST, physics.nist.gov/constants).</summary>
public static class PhysicalConstants
{
    /// <summary>Elementary charge | C, exact.</summary>
    public const double ElementaryCharge = 1.602176634e-19;

    /// <summary>Avogadro constant | 1/mol, exact.</summary>
    public const double Avogadro = 6.02214076e23;

    /// <summary>Boltzmann constant | J/K, exact.</summary>
    public const double Boltzmann = 1.380649e-23;

    /// <summary>Planck constant | J s, exact.</summary>
    public const double Planck = 6.62607015e-34;

    /// <summary>Speed of light in vacuum | m/s, exact.</summary>
    public const double SpeedOfLight = 299792458;

    /// <summary>Atomic mass constant, 1 u | kg, ±5.2e-37.</summary>
    public const double AtomicMass = 1.66053906892e-27;

    /// <summary>Hartree energy | J, ±4.8e-30.</summary>
    public const double Hartree = 4.3597447222060e-18;

    /// <summary>Bohr radius | m, ±8.2e-21.</summary>
    public const double BohrRadius = 5.29177210544e-11;
}
