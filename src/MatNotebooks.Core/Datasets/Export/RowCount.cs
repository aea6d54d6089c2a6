namespace MatNotebooks.Datasets.Export;

/// <summary>Counts what an export writes, tells of it, and ends it when asked to.</summary>
internal sealed class RowCount(IProgress<long>? progress, CancellationToken cancellation)
{
    private const int Every = 1000;

    public long Written { get; private set; }

    public long LeftOut { get; private set; }

    public CancellationToken Cancellation => cancellation;

    public void Add(bool isWritten)
    {
        if (isWritten)
            Written++;
        else
            LeftOut++;
        if ((Written + LeftOut) % Every != 0)
            return;
        cancellation.ThrowIfCancellationRequested();
        progress?.Report(Written);
    }
}
