namespace MatNotebooks.Simulation.Campaigns;

/// <summary>One task of a campaign, as its ledger has it.</summary>
/// <param name="Name">Name of what is computed.</param>
/// <param name="InputHash">Hash of settings and structure, by the calculator | 64 hexadecimal digits.</param>
public sealed record LedgerEntry(string Name, string InputHash)
{
    /// <summary>Program and settings in one line.</summary>
    public string Settings { get; init; } = "";

    /// <summary>How far it is.</summary>
    public TaskState State { get; init; }

    /// <summary>How often it was begun.</summary>
    public int Attempts { get; init; }

    /// <summary>Who has or had it last, such as "host:4711"; empty before the first attempt.</summary>
    public string Worker { get; init; } = "";

    /// <summary>Processor time of all finished attempts | s.</summary>
    public double CoreSeconds { get; init; }

    /// <summary>The result; null when there is none.</summary>
    public CalculationResult? Result { get; init; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public CalculationFailure? Failure { get; init; }

    /// <summary>When the last attempt began (UTC); null before the first.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When the last attempt ended (UTC); null where it did not.</summary>
    public DateTimeOffset? Finished { get; init; }
}

/// <summary>How far a task of a campaign is.</summary>
public enum TaskState
{
    /// <summary>To be done.</summary>
    Planned,

    /// <summary>Somebody is at it.</summary>
    Running,

    /// <summary>It has a result.</summary>
    Done,

    /// <summary>The last attempt gave none; the next run tries again.</summary>
    Failed,
}
