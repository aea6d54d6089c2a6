namespace MatNotebooks.Simulation;

/// <summary>What a calculation is to find out.</summary>
public enum CalculationKind
{
    /// <summary>Energy and what comes with it, the atoms where they are.</summary>
    SinglePoint,

    /// <summary>The atoms moved to where no force acts on them; the cell of a crystal stays.</summary>
    Relaxation,

    /// <summary>Atoms and cell moved to where neither force nor stress acts.</summary>
    CellRelaxation,

    /// <summary>A relaxation, then the vibrations about it.</summary>
    Frequencies,
}
