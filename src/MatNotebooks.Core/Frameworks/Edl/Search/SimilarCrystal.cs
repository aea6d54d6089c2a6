namespace MatNotebooks.Frameworks.Edl.Search;

/// <summary>A crystal that is like another.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Formula">Its reduced formula.</param>
/// <param name="Distance">Distance between the embeddings, on the scale of <see cref="Operators.EmbeddingScale"/> | no unit; 0 for the same.</param>
public sealed record SimilarCrystal(string Id, string Formula, double Distance);
