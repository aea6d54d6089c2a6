namespace MatNotebooks.Quantities;

/// <summary>What one value of a property belongs to.</summary>
public enum Extent
{
    /// <summary>The material as such: a band gap, a modulus, an energy per atom. Does not grow with the cell.</summary>
    Intensive,

    /// <summary>The cell as given: a total energy. Doubles in a doubled cell.</summary>
    PerCell,

    /// <summary>Each atom: a force, a charge.</summary>
    PerAtom,
}
