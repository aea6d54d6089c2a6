namespace MatNotebooks.Chemistry;

/// <summary>A charge that an element takes in compounds. Source: data/elements/SOURCE.md.</summary>
/// <param name="Charge">Charge | e.</param>
/// <param name="Standing">How usual it is.</param>
public sealed record OxidationState(int Charge, OxidationStanding Standing);

/// <summary>How usual an oxidation state is.</summary>
public enum OxidationStanding
{
    /// <summary>One of those a textbook names first.</summary>
    Common,

    /// <summary>Found in crystals of the Inorganic Crystal Structure Database.</summary>
    InCrystals,

    /// <summary>Known of some compound.</summary>
    Known,
}
