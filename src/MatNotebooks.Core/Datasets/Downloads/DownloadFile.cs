namespace MatNotebooks.Datasets.Downloads;

/// <summary>A file of a data set on the network. What its content must hash to is what its publisher says; where nobody says, it is pinned when it first comes.</summary>
public sealed record DownloadFile
{
    /// <summary>Its name on this machine.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it can be had, the first choice first; all hold the same bytes.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>How long it is | bytes; null where the publisher does not say.</summary>
    public long? Bytes { get; init; }

    /// <summary>SHA-256 of the content in hexadecimal; null where it is not published.</summary>
    public string? Sha256 { get; init; }

    /// <summary>MD5 of the content in hexadecimal; null where it is not published.</summary>
    public string? Md5 { get; init; }

    /// <summary>Git's name of the content (SHA-1 of the blob), for files of repositories; null for others.</summary>
    public string? GitBlob { get; init; }

    /// <summary>Which part of the official split its rows are (train, val, test); null where files are no parts.</summary>
    public string? Part { get; init; }

    /// <summary>Whether a publisher says what the content must hash to.</summary>
    public bool IsHashKnown => (Sha256 ?? Md5 ?? GitBlob) is not null;
}
