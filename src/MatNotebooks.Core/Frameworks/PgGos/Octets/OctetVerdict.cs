namespace MatNotebooks.Frameworks.PgGos.Octets;

/// <summary>What DFT said of an octet compound at a lattice constant.</summary>
/// <param name="Compound">The compound as the table has it, such as "MgO".</param>
/// <param name="Structure">rocksalt or zincblende.</param>
/// <param name="LatticeConstant">Of the conventional cell | Å.</param>
/// <param name="Gap">Kohn–Sham gap at that lattice constant, between the calculations on both sides | eV.</param>
/// <param name="Strain">Lattice constant over that of least energy, less 1 | %.</param>
public sealed record OctetVerdict(string Compound, string Structure, double LatticeConstant, double Gap, double Strain)
{
    /// <summary>In one line.</summary>
    public override string ToString() => $"{Compound} {Structure}, {LatticeConstant:f3} Å: gap {Gap:f2} eV, {Strain:+0.0;−0.0;0.0} % from equilibrium";
}
