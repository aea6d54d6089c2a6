namespace MatNotebooks.Frameworks.Edl.Search;

/// <summary>A code that a search found.</summary>
/// <param name="Row">Its place in the index.</param>
/// <param name="Distance">Bits that differ, or the squared distance of the query to what the code stands for | the index's own unit.</param>
public readonly record struct SearchHit(int Row, float Distance);
