using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MatNotebooks.Simulation.Campaigns;

/// <summary>Reads a row of the table of tasks.</summary>
internal static class LedgerRow
{
    /// <summary>The entry at the reader.</summary>
    /// <exception cref="InvalidDataException">The row holds what no ledger writes; the message names file and task.</exception>
    public static LedgerEntry Read(SqliteDataReader row, string path)
    {
        var name = row.GetString(row.GetOrdinal("name"));
        return new(name, row.GetString(row.GetOrdinal("hash")))
        {
            Settings = Text(row, "settings") ?? "",
            State = Enum.TryParse<TaskState>(Text(row, "state"), out var state) ? state : throw Damaged("state"),
            Attempts = row.GetInt32(row.GetOrdinal("attempts")),
            Worker = Text(row, "worker") ?? "",
            CoreSeconds = row.GetDouble(row.GetOrdinal("core_seconds")),
            Result = Text(row, "result") is { } json ? ResultJson.Read(json) ?? throw Damaged("result") : null,
            Failure = Text(row, "failure_kind") is { } kind
                ? new(Enum.TryParse<FailureKind>(kind, out var failure) ? failure : throw Damaged("failure_kind"), Text(row, "failure") ?? "") : null,
            Started = Time(row, "started"),
            Finished = Time(row, "finished"),
        };

        InvalidDataException Damaged(string column) =>
            new($"The ledger {path} is damaged: task {name} has no readable {column}. Remove that row (sqlite3), or move the file away to start anew.");
    }

    private static string? Text(SqliteDataReader row, string column) =>
        row.GetOrdinal(column) is var at && row.IsDBNull(at) ? null : row.GetString(at);

    private static DateTimeOffset? Time(SqliteDataReader row, string column) =>
        DateTimeOffset.TryParse(Text(row, column), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
