namespace MatNotebooks.Datasets.Downloads;

/// <summary>A web service wants a key that is not set; the message says where it is to be had and where it is put.</summary>
public sealed class MissingKeyException(string message) : InvalidOperationException(message);
