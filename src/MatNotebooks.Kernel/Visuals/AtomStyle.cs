namespace MatNotebooks.Kernel.Visuals;

/// <summary>How large the atoms of a view are drawn.</summary>
public enum AtomStyle
{
    /// <summary>Balls smaller than the atoms, joined by sticks: what is bonded to what.</summary>
    BallAndStick,

    /// <summary>Balls of covalent radius, which touch where atoms are bonded: how the space is filled.</summary>
    SpaceFilling,

    /// <summary>Sticks alone, rounded where they meet: for frameworks and molecules of many atoms.</summary>
    Sticks,
}
