namespace MatNotebooks.Crystals.Diffraction;

/// <summary>What kind of wave is scattered.</summary>
public enum RadiationKind
{
    /// <summary>X-rays: scattered by electrons, ever less at greater angles, and polarised by it.</summary>
    XRay,

    /// <summary>Neutrons: scattered by nuclei, equally at every angle.</summary>
    Neutron,
}
