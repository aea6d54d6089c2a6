namespace MatNotebooks.Datasets;

/// <summary>A row or a file of a data set could not be read, and nobody asked for the others to go on.</summary>
public sealed class BadRecordException(BadRecord record, Exception? cause = null) : FormatException(record.ToString(), cause)
{
    /// <summary>Where it is and what is wrong.</summary>
    public BadRecord Record { get; } = record;
}
