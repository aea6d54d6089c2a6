using MatNotebooks.Chemistry;

namespace MatNotebooks.Features;

/// <summary>A fact about elements that descriptors of compositions are made of.</summary>
/// <param name="Name">Its name, such as "electronegativity".</param>
/// <param name="Unit">Its unit; "1" for a pure number.</param>
/// <param name="Source">The table it was taken from.</param>
/// <param name="Of">Its value; null where nobody knows it.</param>
public sealed record ElementProperty(string Name, string Unit, string Source, Func<Element, double?> Of)
{
    /// <summary>The facts of the project's own table (data/elements): 16 properties.</summary>
    public static IReadOnlyList<ElementProperty> All { get; } =
    [
        new("atomic number", "1", "IUPAC", element => element.Number),
        new("mass", "u", "IUPAC standard atomic weights 2013", element => element.Mass),
        new("group", "1", "IUPAC; the f block has none", element => element.Group),
        new("period", "1", "IUPAC", element => element.Period),
        new("valence electrons", "1", "derived from group and block", element => element.ValenceElectrons),
        new("electronegativity", "1", "Pauling's scale with later revisions", element => element.Electronegativity),
        new("covalent radius", "Å", "Cordero 2008", element => element.CovalentRadius),
        new("van der Waals radius", "Å", "Alvarez 2013", element => element.VanDerWaalsRadius),
        new("atomic radius", "Å", "Slater 1964", element => element.AtomicRadius),
        new("ionisation energy", "eV", "NIST Atomic Spectra Database", element => element.IonizationEnergy),
        new("electron affinity", "eV", "measured values, as pymatgen lists them", element => element.ElectronAffinity),
        new("melting point", "K", "pymatgen and CRC Handbook", element => element.MeltingPoint),
        new("boiling point", "K", "pymatgen and CRC Handbook", element => element.BoilingPoint),
        new("density", "g/cm³", "CRC Handbook; gases have none", element => element.Density),
        new("s or p block", "1", "IUPAC", element => element.Block is 's' or 'p' ? 1 : 0),
        new("d or f block", "1", "IUPAC", element => element.Block is 'd' or 'f' ? 1 : 0),
    ];

    /// <summary>Values by atomic number, NaN where not known, (104); the first place is of no element.</summary>
    internal double[] Table() => [double.NaN, .. PeriodicTable.Elements.Select(element => Of(element) ?? double.NaN)];
}
