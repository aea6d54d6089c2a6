using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MatNotebooks.Simulation.Campaigns;

/// <summary>Who writes a ledger: one process at a time.</summary>
internal static class LedgerOwner
{
    /// <summary>The fact in which the ledger says who opened it last, such as "host:4711".</summary>
    public const string Fact = "owner";

    /// <summary>Takes a ledger for this process.</summary>
    /// <remarks>The lock is on a file of its own: one on the database would keep readers out too. The system lets go of it when the process dies.</remarks>
    /// <exception cref="IOException">Another process holds it, or the disk refuses.</exception>
    public static FileStream Take(string path)
    {
        try
        {
            return new(path + "-owner", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not DirectoryNotFoundException && File.Exists(path + "-owner"))
        {
            throw new IOException(Message(path, Named(path)), error);
        }
    }

    private static string Message(string path, string? owner)
    {
        if (owner == CampaignStep.Worker) return $"The ledger {path} is held by this process itself: dispose what opened it before, or restart the kernel.";
        return owner?.Split(':') is [var host, var process]
            ? $"The ledger {path} is held by another process: {process} on {host}. Wait for it to end, or stop it (kill {process})."
            : $"The ledger {path} is held by another process; wait for it to end, or stop it.";
    }

    // Null in the moment between another's lock and its name, and where the file cannot be read.
    private static string? Named(string path)
    {
        try
        {
            using var connection = LedgerSchema.Open(path, SqliteOpenMode.ReadOnly);
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT value FROM fact WHERE name = '{Fact}'");
            return command.ExecuteScalar() as string;
        }
        catch (Exception error) when (error is SqliteException or IOException or InvalidDataException)
        {
            return null;
        }
    }
}
