using MatNotebooks.Crystals;

namespace MatNotebooks.Frameworks.PgGos.Quality;

/// <summary>Whether a structure could be one at all: no two atoms nearer than 0.5 Å, and a cell of at least 0.1 Å³ (CDVAE's protocol).</summary>
public static class StructureValidity
{
    private const double ShortestDistance = 0.5; // Å
    private const double SmallestVolume = 0.1; // Å³

    /// <summary>Whether the structure passes.</summary>
    public static bool Holds(Crystal crystal) => crystal.Volume >= SmallestVolume && crystal.ShortestDistance() > ShortestDistance;
}
