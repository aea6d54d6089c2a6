namespace MatNotebooks.Datasets;

/// <summary>One row or one file of a data set that could not be read.</summary>
/// <param name="Origin">File and line, such as "mp20.jsonl.gz:17"; the file alone where the whole file is at fault.</param>
/// <param name="Reason">What is wrong, and the mend.</param>
public sealed record BadRecord(string Origin, string Reason)
{
    /// <summary>The one line a person reads.</summary>
    public override string ToString() => $"{Origin}: {Reason}";
}
