namespace MatNotebooks.Datasets.Splits;

/// <summary>One crystal, or one composition, on two sides of a split.</summary>
/// <param name="Seen">Row that trains or decides when training stops.</param>
/// <param name="Judged">Its twin, a row that judges; or one that decides when training stops, where <paramref name="Seen"/> trains.</param>
/// <param name="Distance">How far apart their fingerprints are | Å; 0 for compositions.</param>
public readonly record struct LeakPair(int Seen, int Judged, double Distance);
