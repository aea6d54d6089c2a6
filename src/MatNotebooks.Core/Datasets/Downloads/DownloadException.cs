namespace MatNotebooks.Datasets.Downloads;

/// <summary>A data set could not be fetched; the message says what is wrong and how to mend it. What had come stays, and the next try goes on from there.</summary>
public sealed class DownloadException(string message, Exception? cause = null) : IOException(message, cause);
