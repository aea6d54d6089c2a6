namespace MatNotebooks.Datasets.Downloads;

/// <summary>A file of a data set that is here.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Bytes">Its length | bytes.</param>
/// <param name="Sha256">SHA-256 of its content in hexadecimal.</param>
/// <param name="IsNew">Whether it came now; it was here before otherwise.</param>
/// <param name="IsPublished">Whether its content is what the publisher's hash says; it was pinned when it first came otherwise.</param>
public sealed record DownloadedFile(string Path, long Bytes, string Sha256, bool IsNew, bool IsPublished);
