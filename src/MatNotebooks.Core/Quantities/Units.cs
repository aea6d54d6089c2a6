namespace MatNotebooks.Quantities;

/// <summary>
/// Each unit as a number of the project's own units (eV, Å, u, K): multiply to enter, divide to leave.
/// <c>0.6 * Units.GigaPascal</c> is a pressure in eV/Å³; <c>energy / Units.KilojoulePerMole</c> is an energy in kJ/mol.
/// </summary>
/// <remarks>Source of every value: CODATA 2022 (NIST), through <see cref="PhysicalConstants"/>.</remarks>
public static class Units
{
    /// <summary>1 kJ/mol per particle | eV.</summary>
    public const double KilojoulePerMole = 1000 / (PhysicalConstants.Avogadro * PhysicalConstants.ElementaryCharge);

    /// <summary>1 kcal/mol (thermochemical, 4.184 kJ/mol) per particle | eV.</summary>
    public const double KilocaloriePerMole = 4.184 * KilojoulePerMole;

    /// <summary>1 hartree | eV.</summary>
    public const double Hartree = PhysicalConstants.Hartree / PhysicalConstants.ElementaryCharge;

    /// <summary>1 bohr | Å.</summary>
    public const double Bohr = PhysicalConstants.BohrRadius * 1e10;

    /// <summary>1 cm⁻¹ as the energy of a photon or phonon | eV.</summary>
    public const double InverseCentimeter =
        100 * PhysicalConstants.Planck * PhysicalConstants.SpeedOfLight / PhysicalConstants.ElementaryCharge;

    /// <summary>1 THz as the energy of a photon or phonon | eV.</summary>
    public const double Terahertz = 1e12 * PhysicalConstants.Planck / PhysicalConstants.ElementaryCharge;

    /// <summary>1 K as the thermal energy kT | eV.</summary>
    public const double Kelvin = PhysicalConstants.Boltzmann / PhysicalConstants.ElementaryCharge;

    /// <summary>1 GPa | eV/Å³.</summary>
    public const double GigaPascal = 1e-21 / PhysicalConstants.ElementaryCharge;

    /// <summary>1 g/cm³ | u/Å³.</summary>
    public const double GramPerCubicCentimeter = 1e-27 / PhysicalConstants.AtomicMass;
}
