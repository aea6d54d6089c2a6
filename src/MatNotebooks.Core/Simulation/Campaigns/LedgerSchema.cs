using Microsoft.Data.Sqlite;

namespace MatNotebooks.Simulation.Campaigns;

/// <summary>The tables of a ledger, and what SQLite's errors mean for one.</summary>
internal static class LedgerSchema
{
    /// <summary>What a ledger says it is, in SQLite's own field for that: "MNLG".</summary>
    private const long ApplicationId = 0x4D4E4C47;

    private const string Tables =
        """
        CREATE TABLE IF NOT EXISTS task (
            name TEXT NOT NULL, hash TEXT NOT NULL, settings TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
            worker TEXT NOT NULL DEFAULT '', core_seconds REAL NOT NULL DEFAULT 0, result TEXT, failure_kind TEXT, failure TEXT,
            started TEXT, finished TEXT, PRIMARY KEY (name, hash));
        CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT NOT NULL);
        """;

    /// <summary>Opens the file, and makes the tables where the file is to be written.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 10 }.ToString());
        try
        {
            connection.Open();
            Prepare(connection, path, mode);
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw Clear(error, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The exception of SQLite in the words of a ledger.</summary>
    public static Exception Clear(SqliteException error, string path) => error.SqliteErrorCode switch
    {
        5 or 6 => new IOException($"The ledger {path} is held by another process; wait for it to end, or stop it.", error),
        8 => new IOException($"The ledger {path} may not be written; mend the rights of the file and its folder.", error),
        10 or 13 => new IOException($"The disk of the ledger {path} is full or fails; free space and run again: what is in the ledger stays.", error),
        11 or 26 => new InvalidDataException($"The file {path} is no ledger, or a damaged one; move it away to start anew.", error),
        14 => new IOException($"The ledger {path} cannot be opened; look whether it is there and may be read.", error),
        _ => new IOException($"The ledger {path} refuses: {error.Message}", error),
    };

    private static void Prepare(SqliteConnection connection, string path, SqliteOpenMode mode)
    {
        var id = (long)Scalar(connection, "PRAGMA application_id")!;
        var tables = (long)Scalar(connection, "SELECT count(*) FROM sqlite_master")!;
        if (tables > 0 && id != ApplicationId) throw new InvalidDataException($"The file {path} is a database but no ledger; name another.");
        if (mode == SqliteOpenMode.ReadOnly) return;
        // A committed transaction is on the disk: readers go on reading, and a power cut tears nothing.
        Run(connection, $"PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA application_id={ApplicationId}; {Tables}");
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
