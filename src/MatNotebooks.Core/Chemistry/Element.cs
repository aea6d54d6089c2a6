using MatNotebooks.Formatting;

namespace MatNotebooks.Chemistry;

/// <summary>A chemical element and the facts that models use; a value nobody has measured is null, never 0.</summary>
/// <remarks>
/// Elements come from <see cref="PeriodicTable"/>; two are equal when their atomic numbers are. The facts ship in
/// <c>data/elements/</c>, where SOURCE.md says which table each column was taken from.
/// </remarks>
[TypeFormatterSource(typeof(ElementFormatterSource))]
public sealed record Element : IComparable<Element>
{
    internal Element(int number, string symbol, string name) => (Number, Symbol, Name) = (number, symbol, name);

    /// <summary>Atomic number, 1 to 103.</summary>
    public int Number { get; }

    /// <summary>Symbol, such as "Na".</summary>
    public string Symbol { get; }

    /// <summary>English name as the IUPAC lists it in American spelling, such as "Sodium" or "Aluminum".</summary>
    public string Name { get; }

    /// <summary>The colour in which crystallographers expect it, such as "#ff0d0d". Source: Jmol.</summary>
    public string Color => ElementColors.Of(this);

    /// <summary>Standard atomic weight | u. Of elements without stable isotope the mass of the longest-lived one. Source: IUPAC 2013 (2016 report), conventional values.</summary>
    public required double Mass { get; init; }

    /// <summary>Group, 1 to 18; null for the f block (La–Yb, Ac–No), which has none.</summary>
    public required int? Group { get; init; }

    /// <summary>Period, 1 to 7.</summary>
    public required int Period { get; init; }

    /// <summary>Block: 's', 'p', 'd' or 'f'; helium is 's', lutetium and lawrencium are 'd' (IUPAC provisional report 2021).</summary>
    public required char Block { get; init; }

    /// <summary>Electrons that may take part in bonds: the group number in the s and d blocks (helium 2), group − 10 in the p block, all beyond the noble gas in the f block.</summary>
    public required int ValenceElectrons { get; init; }

    /// <summary>Electron configuration of the free atom's ground state, such as "[Ar] 3d6 4s2".</summary>
    public required string Configuration { get; init; }

    /// <summary>Electronegativity on Pauling's scale | no unit, 0.7 (Fr) to 3.98 (F).</summary>
    public double? Electronegativity { get; init; }

    /// <summary>Covalent radius, single bonds | Å. Source: Cordero et al., Dalton Trans. 2832 (2008).</summary>
    public double? CovalentRadius { get; init; }

    /// <summary>Van der Waals radius | Å. Source: Alvarez, Dalton Trans. 42, 8617 (2013).</summary>
    public double? VanDerWaalsRadius { get; init; }

    /// <summary>Empirical atomic radius | Å. Source: Slater, J. Chem. Phys. 41, 3199 (1964).</summary>
    public double? AtomicRadius { get; init; }

    /// <summary>First ionisation energy | eV. Source: NIST Atomic Spectra Database.</summary>
    public double? IonizationEnergy { get; init; }

    /// <summary>Electron affinity | eV, positive; null where no bound anion has been measured.</summary>
    public double? ElectronAffinity { get; init; }

    /// <summary>Melting point at 1 atm (carbon: sublimation; arsenic, helium: under pressure) | K.</summary>
    public double? MeltingPoint { get; init; }

    /// <summary>Boiling point at 1 atm (arsenic: sublimation) | K.</summary>
    public double? BoilingPoint { get; init; }

    /// <summary>Density of the solid or liquid near 20 °C; null for gases | g/cm³.</summary>
    public double? Density { get; init; }

    /// <summary>Effective ionic radii by charge and coordination; empty where none is tabulated. Source: Shannon, Acta Cryst. A 32, 751 (1976).</summary>
    public IReadOnlyList<IonicRadius> IonicRadii { get; init; } = [];

    /// <summary>Charges it takes in compounds, in rising order; empty where none is known.</summary>
    public IReadOnlyList<OxidationState> OxidationStates { get; init; } = [];

    /// <summary>How it bonds, for bond-valence sums; null where nobody gives it.</summary>
    public BondValenceSize? BondValence { get; init; }

    /// <summary>Effective ionic radius of an ion; high spin where the spin matters, not square planar.</summary>
    /// <param name="charge">Charge | e, such as 2 or −1.</param>
    /// <param name="coordination">Number of neighbours. The default is 6.</param>
    /// <returns>The radius | Å; null where Shannon has none.</returns>
    public double? IonicRadius(int charge, int coordination = 6) => IonicRadii
        .Where(ion => ion.Charge == charge && ion.Coordination == coordination && ion.Shape == "")
        .OrderBy(ion => ion.Spin == "low")
        .Select(ion => (double?)ion.Radius)
        .FirstOrDefault();

    /// <summary>Whether the other element has the same atomic number.</summary>
    public bool Equals(Element? other) => other is not null && Number == other.Number;

    /// <inheritdoc/>
    public override int GetHashCode() => Number;

    /// <summary>Order of atomic numbers.</summary>
    public int CompareTo(Element? other) => Number.CompareTo(other?.Number ?? 0);

    /// <summary>Whether the left element stands before the right one.</summary>
    public static bool operator <(Element left, Element right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left element stands after the right one.</summary>
    public static bool operator >(Element left, Element right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left element stands before the right one or is the same.</summary>
    public static bool operator <=(Element left, Element right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left element stands after the right one or is the same.</summary>
    public static bool operator >=(Element left, Element right) => left.CompareTo(right) >= 0;

    /// <summary>The element of a symbol, so that cells may write "Na" where an element is asked for.</summary>
    /// <exception cref="ArgumentException">No element has this symbol.</exception>
    public static implicit operator Element(string symbol) => PeriodicTable.Find(symbol);

    /// <summary>The symbol.</summary>
    public override string ToString() => Symbol;
}
