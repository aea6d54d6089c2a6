namespace MatNotebooks.Crystals.Diffraction;

/// <summary>What is scattered by a powder.</summary>
/// <param name="Name">How it is written, such as "Cu Kα".</param>
/// <param name="Wavelength">Wavelength | Å, greater than 0.</param>
/// <param name="Kind">X-rays, which see electrons, or neutrons, which see nuclei. The default is X-rays.</param>
/// <remarks>Wavelengths of the characteristic lines: Deslattes et al., Rev. Mod. Phys. 75, 35 (2003), to five digits; Kα is the mean of Kα1 and Kα2, weighted 2 to 1.</remarks>
public sealed record Radiation(string Name, double Wavelength, RadiationKind Kind = RadiationKind.XRay)
{
    /// <summary>Copper's Kα line, 1.54184 Å: that of most laboratories.</summary>
    public static Radiation CopperKAlpha { get; } = new("Cu Kα", 1.54184);

    /// <summary>Molybdenum's Kα line, 0.71073 Å.</summary>
    public static Radiation MolybdenumKAlpha { get; } = new("Mo Kα", 0.71073);

    /// <summary>Cobalt's Kα line, 1.79026 Å: for samples with iron, which glows under copper's.</summary>
    public static Radiation CobaltKAlpha { get; } = new("Co Kα", 1.79026);

    /// <summary>Chromium's Kα line, 2.29100 Å.</summary>
    public static Radiation ChromiumKAlpha { get; } = new("Cr Kα", 2.291);

    /// <summary>Iron's Kα line, 1.93735 Å.</summary>
    public static Radiation IronKAlpha { get; } = new("Fe Kα", 1.93735);

    /// <summary>Silver's Kα line, 0.560885 Å.</summary>
    public static Radiation SilverKAlpha { get; } = new("Ag Kα", 0.560885);

    /// <summary>Neutrons of one wavelength.</summary>
    /// <param name="wavelength">Wavelength | Å, greater than 0. The default is that of thermal neutrons on a germanium monochromator, 1.54184 Å for comparison with copper's line.</param>
    public static Radiation Neutrons(double wavelength = 1.54184) => new("neutrons", wavelength, RadiationKind.Neutron);

    /// <summary>Name and wavelength.</summary>
    public override string ToString() => $"{Name}, λ = {Wavelength:0.#####} Å";
}
