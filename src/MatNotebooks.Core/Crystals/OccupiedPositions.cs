using System.Collections.Immutable;

namespace MatNotebooks.Crystals;

/// <summary>The space group of a crystal and the positions that its atoms take.</summary>
/// <param name="Number">Number of the space group, 1 to 230.</param>
/// <param name="International">International symbol, such as "Fm-3m".</param>
/// <param name="Positions">The occupied Wyckoff positions.</param>
internal sealed record OccupiedPositions(int Number, string International, ImmutableArray<WyckoffPosition> Positions);
