using System.Globalization;

namespace MatNotebooks.Datasets.Downloads;

/// <summary>Whether a disk has room.</summary>
internal static class DiskSpace
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT
    private const double Mega = 1e6;

    /// <summary>Whether writing failed for want of room.</summary>
    public static bool IsFull(IOException failed) => (failed.HResult & 0xffff) is NoSpaceLeft or QuotaExceeded;

    /// <summary>Throws where a file of known length will not fit.</summary>
    /// <exception cref="DownloadException">It needs more than is free.</exception>
    public static void Require(string path, long bytes)
    {
        var free = new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;
        if (bytes > free)
            throw Full(path, bytes, null, free);
    }

    public static DownloadException Full(string path, long? needed, Exception? cause, long? free = null)
    {
        var need = needed is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes / Mega:F1} MB more are needed and {free / Mega:F1} MB are free; ") : "";
        return new($"The disk of {Path.GetDirectoryName(Path.GetFullPath(path))} is full: {need}free some, or set MATNB_DATA to a folder on another disk. What came stays, the next try goes on from there.", cause);
    }
}
