using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MatNotebooks.Simulation.Campaigns;

/// <summary>The tasks of a campaign in an SQLite file: what, with which settings, how far, at what cost, with which result.</summary>
/// <remarks>
/// Every change is on the disk before its method returns, so a process that is killed loses what it was computing and nothing else. One
/// process at a time may write a ledger; any number may read it meanwhile. A task that has a result keeps it: a second is refused.
/// </remarks>
public sealed class CampaignLedger : IDisposable
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly FileStream? owner;
    private readonly SqliteConnection connection;
    private readonly TimeProvider clock;

    private CampaignLedger(string path, FileStream? owner, SqliteConnection connection, TimeProvider clock) =>
        (this.path, this.owner, this.connection, this.clock) = (path, owner, connection, clock);

    /// <summary>The file.</summary>
    public string FilePath => path;

    /// <summary>Every task, in the order they were planned.</summary>
    public ImmutableArray<LedgerEntry> Entries => Select("SELECT * FROM task ORDER BY rowid");

    /// <summary>Opens a ledger to write; makes it, and its folder, where there is none. Tasks a dead process was at are planned again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">The clock for beginnings and ends. The default is the machine's.</param>
    /// <exception cref="InvalidDataException">The file is no ledger.</exception>
    /// <exception cref="IOException">Another process holds the ledger, or the disk refuses.</exception>
    public static CampaignLedger Open(string path, TimeProvider? clock = null)
    {
        path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var owner = LedgerOwner.Take(path);
        try
        {
            var ledger = new CampaignLedger(path, owner, LedgerSchema.Open(path, SqliteOpenMode.ReadWriteCreate), clock ?? TimeProvider.System);
            ledger.Run("UPDATE task SET state = 'Planned' WHERE state = 'Running'");
            ledger.PutFact(LedgerOwner.Fact, CampaignStep.Worker);
            return ledger;
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    /// <summary>Opens a ledger to read, also while another process writes it.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no ledger.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CampaignLedger Read(string path) => File.Exists(path)
        ? new(path, null, LedgerSchema.Open(path, SqliteOpenMode.ReadOnly), TimeProvider.System)
        : throw new FileNotFoundException($"There is no ledger {path}; a campaign makes one when it first runs.", path);

    /// <summary>Adds tasks that are not in the ledger; those that are stay as they are.</summary>
    /// <param name="tasks">Name, hash and settings of each.</param>
    public void Plan(IEnumerable<LedgerEntry> tasks)
    {
        lock (gate)
            Clearly(() =>
            {
                using var transaction = connection.BeginTransaction();
                foreach (var task in tasks)
                    Execute(
                        "INSERT INTO task (name, hash, settings, state) VALUES ($name, $hash, $settings, 'Planned') ON CONFLICT DO NOTHING",
                        ("$name", task.Name), ("$hash", task.InputHash), ("$settings", task.Settings));
                transaction.Commit();
                return 0;
            });
    }

    /// <summary>The task of a name and hash; null when it is not in the ledger.</summary>
    public LedgerEntry? Find(string name, string hash) =>
        Select("SELECT * FROM task WHERE name = $name AND hash = $hash", ("$name", name), ("$hash", hash)).FirstOrDefault();

    /// <summary>Gives a task to a worker.</summary>
    /// <param name="name">Name of the task.</param>
    /// <param name="hash">Hash of its input.</param>
    /// <param name="worker">Who takes it.</param>
    /// <returns>Whether it was there to take: planned or failed.</returns>
    public bool Start(string name, string hash, string worker) => Run(
        "UPDATE task SET state = 'Running', attempts = attempts + 1, worker = $worker, started = $now, finished = NULL "
            + "WHERE name = $name AND hash = $hash AND state IN ('Planned', 'Failed')",
        ("$name", name), ("$hash", hash), ("$worker", worker), ("$now", Now())) == 1;

    /// <summary>Writes down how an attempt ended.</summary>
    /// <param name="name">Name of the task.</param>
    /// <param name="hash">Hash of its input.</param>
    /// <param name="outcome">What it gave.</param>
    /// <param name="worker">Who computed it. The default is who took it.</param>
    /// <returns>Whether it was taken; false when the task has a result already, which stays, or is not in the ledger.</returns>
    public bool Finish(string name, string hash, CalculationOutcome outcome, string? worker = null) => Run(
        "UPDATE task SET state = $state, core_seconds = core_seconds + $cost, result = $result, failure_kind = $kind, failure = $failure, "
            + "finished = $now, worker = COALESCE($worker, worker) WHERE name = $name AND hash = $hash AND state <> 'Done'",
        ("$name", name), ("$hash", hash), ("$state", (outcome.Result is null ? TaskState.Failed : TaskState.Done).ToString()),
        ("$cost", outcome.Result?.CoreSeconds ?? 0), ("$result", outcome.Result is { } result ? ResultJson.Write(result) : DBNull.Value),
        ("$kind", (object?)outcome.Failure?.Kind.ToString() ?? DBNull.Value), ("$failure", (object?)outcome.Failure?.Message ?? DBNull.Value),
        ("$now", Now()), ("$worker", (object?)worker ?? DBNull.Value)) == 1;

    /// <summary>Plans a task again that was begun and not ended; the attempt does not count.</summary>
    public void Release(string name, string hash) => Run(
        "UPDATE task SET state = 'Planned', attempts = attempts - 1 WHERE name = $name AND hash = $hash AND state = 'Running'",
        ("$name", name), ("$hash", hash));

    /// <summary>How many tasks are in each state, and what they cost.</summary>
    public CampaignStatus Status()
    {
        lock (gate)
            return Clearly(() =>
            {
                using var command = Command("SELECT state, count(*), sum(core_seconds), sum(max(0, attempts - 1)) FROM task GROUP BY state");
                using var row = command.ExecuteReader();
                var (counts, cost, repeats) = (new Dictionary<string, int>(), 0.0, 0);
                while (row.Read()) (counts[row.GetString(0)], cost, repeats) = (row.GetInt32(1), cost + row.GetDouble(2), repeats + row.GetInt32(3));
                int Count(TaskState state) => counts.GetValueOrDefault(state.ToString());
                return new CampaignStatus(Count(TaskState.Planned), Count(TaskState.Running), Count(TaskState.Done), Count(TaskState.Failed), cost, repeats);
            });
    }

    /// <summary>The tasks whose last attempt gave no result, the latest first.</summary>
    /// <param name="most">How many at most | at least 1.</param>
    public ImmutableArray<LedgerEntry> Failures(int most) =>
        Select("SELECT * FROM task WHERE state = 'Failed' ORDER BY finished DESC, rowid DESC LIMIT $most", ("$most", most));

    /// <summary>Tasks that ended a second, by the last fifty ends | 1/s; null while fewer than two have ended, or nothing runs.</summary>
    public double? Rate()
    {
        if (Status().Running == 0) return null;
        var ends = Select(
            "SELECT name, hash, settings, state, attempts, worker, core_seconds, NULL AS result, NULL AS failure_kind, NULL AS failure, started, finished "
                + "FROM task WHERE finished IS NOT NULL ORDER BY finished DESC LIMIT 50");
        if (ends.Length < 2) return null;
        var span = (clock.GetUtcNow() - ends.Min(entry => entry.Finished!.Value)).TotalSeconds;
        return span > 0 ? ends.Length / span : null;
    }

    /// <summary>A fact about the whole campaign, such as the command that runs it; null when it was never put.</summary>
    public string? Fact(string name)
    {
        lock (gate)
            return Clearly(() =>
            {
                using var command = Command("SELECT value FROM fact WHERE name = $name", ("$name", name));
                return command.ExecuteScalar() as string;
            });
    }

    /// <summary>Writes a fact down, in the place of an earlier one of its name.</summary>
    public void PutFact(string name, string value) =>
        Run("INSERT INTO fact VALUES ($name, $value) ON CONFLICT (name) DO UPDATE SET value = $value", ("$name", name), ("$value", value));

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            connection.Dispose();
            owner?.Dispose();
        }
    }

    /// <summary>Lets the file grow no further than so many pages, as on a full disk.</summary>
    internal void LimitPages(int pages) => Run($"PRAGMA max_page_count = {pages}");

    private string Now() => clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private int Run(string sql, params (string Name, object Value)[] values)
    {
        lock (gate) return Clearly(() => Execute(sql, values));
    }

    private int Execute(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    private ImmutableArray<LedgerEntry> Select(string sql, params (string Name, object Value)[] values)
    {
        lock (gate)
            return Clearly(() =>
            {
                using var command = Command(sql, values);
                using var reader = command.ExecuteReader();
                var rows = ImmutableArray.CreateBuilder<LedgerEntry>();
                while (reader.Read()) rows.Add(LedgerRow.Read(reader, path));
                return rows.ToImmutable();
            });
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }

    private T Clearly<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException error)
        {
            throw LedgerSchema.Clear(error, path);
        }
    }
}
