namespace MatNotebooks.Frameworks.PgGos.Perovskites;

/// <summary>How the outer electrons of an ion are arranged; all but the last leave a gap where nothing else closes it.</summary>
public enum Shell
{
    /// <summary>That of a noble gas: Na⁺, Ca²⁺, Ti⁴⁺ (d⁰).</summary>
    NobleGas,

    /// <summary>A filled d shell: Zn²⁺, Ga³⁺, Sn⁴⁺ (d¹⁰).</summary>
    FilledD,

    /// <summary>A filled d shell and a lone pair: Tl⁺, Pb²⁺, Bi³⁺ (s²).</summary>
    LonePair,

    /// <summary>A d shell that the ligand field splits between filled and empty levels: Rh³⁺ (low-spin d⁶), Pd²⁺ (square planar d⁸).</summary>
    LigandField,

    /// <summary>Anything else.</summary>
    Open,
}
