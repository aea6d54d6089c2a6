using System.Text.Json.Nodes;

namespace MatNotebooks.Provenance;

/// <summary>What a result came from: code, libraries, data, parameters, seed, machine and time.</summary>
public sealed record RunRecord
{
    /// <summary>The commit of the repository, with "+changes" where files differ from it; "unknown" outside one.</summary>
    public required string Commit { get; init; }

    /// <summary>Versions by what they are of, such as ".NET" and "libtorch".</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>Every file of data that was read: path and SHA-256.</summary>
    public required IReadOnlyDictionary<string, string> Data { get; init; }

    /// <summary>Parameters by name, as text.</summary>
    public required IReadOnlyDictionary<string, string> Parameters { get; init; }

    /// <summary>The seed that was set (<see cref="Seeds"/>); null where none was.</summary>
    public int? Seed { get; init; }

    /// <summary>Processor, cores, memory, GPU, device, threads by name.</summary>
    public required IReadOnlyDictionary<string, string> Hardware { get; init; }

    /// <summary>When it was taken | UTC.</summary>
    public required DateTimeOffset Taken { get; init; }

    /// <summary>Wall time since the start | s.</summary>
    public required double WallTime { get; init; }

    /// <summary>Takes down where things stand.</summary>
    /// <param name="parameters">Parameters by name, as text. The default is none.</param>
    /// <param name="wallTime">Wall time since the start. The default is since the process began.</param>
    /// <param name="clock">Says what time it is. The default is the system's.</param>
    public static RunRecord Take(IReadOnlyDictionary<string, string>? parameters = null, TimeSpan? wallTime = null, TimeProvider? clock = null)
    {
        var now = (clock ?? TimeProvider.System).GetUtcNow();
        return new()
        {
            Commit = RepositoryCommit.Find(),
            Versions = Machine.Versions(),
            Data = DataHashes.Find(),
            Parameters = parameters ?? new Dictionary<string, string>(),
            Seed = Seeds.Current,
            Hardware = Machine.Hardware(),
            Taken = now,
            WallTime = Math.Round((wallTime ?? (now - new DateTimeOffset(System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime(), TimeSpan.Zero))).TotalSeconds, 2),
        };
    }

    /// <summary>The same as JSON, for a notebook's metadata.</summary>
    public JsonObject ToJson() => new()
    {
        ["commit"] = Commit,
        ["versions"] = Object(Versions),
        ["data"] = Object(Data),
        ["parameters"] = Object(Parameters),
        ["seed"] = Seed,
        ["hardware"] = Object(Hardware),
        ["taken"] = Taken.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ["wall_time_s"] = WallTime,
    };

    /// <summary>The same as rows of a table.</summary>
    public IReadOnlyList<ProvenanceFact> Facts =>
    [
        new("commit", "", Commit),
        .. Rows("version", Versions),
        .. Data.Count == 0 ? [new("data", "", "no file was read")] : Rows("data, SHA-256", Data),
        .. Rows("parameter", Parameters),
        new("seed", "", Seed?.ToString() ?? "none was set"),
        .. Rows("hardware", Hardware),
        new("taken", "UTC", Taken.ToString("yyyy-MM-dd HH:mm:ss")),
        new("wall time", "", $"{WallTime} s"),
    ];

    private static IEnumerable<ProvenanceFact> Rows(string kind, IReadOnlyDictionary<string, string> values) =>
        values.Select(value => new ProvenanceFact(kind, value.Key, value.Value));

    private static JsonObject Object(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value)));
}
