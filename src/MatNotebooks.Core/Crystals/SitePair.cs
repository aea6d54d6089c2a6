namespace MatNotebooks.Crystals;

/// <summary>Two sites of a crystal and how near they come.</summary>
/// <param name="First">Index of a site.</param>
/// <param name="Second">Index of another site, or the same one where it meets its own image; not below <paramref name="First"/>.</param>
/// <param name="Distance">Shortest distance between their images | Å.</param>
public readonly record struct SitePair(int First, int Second, double Distance);
