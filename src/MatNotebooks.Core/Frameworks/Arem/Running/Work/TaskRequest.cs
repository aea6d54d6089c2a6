namespace MatNotebooks.Frameworks.Arem.Running.Work;

/// <summary>What a worker is asked to do with some candidates, apart from simulating them; it can be sent to another process.</summary>
/// <param name="Kind">What.</param>
/// <param name="Candidates">With whom, (candidates).</param>
internal sealed record TaskRequest(TaskKind Kind, int[] Candidates)
{
    /// <summary>Whether the descriptions are fine ones.</summary>
    public bool IsFine { get; init; }

    /// <summary>Descriptions of the candidates, for a surrogate, (candidates)(dimensions).</summary>
    public double[][] Points { get; init; } = [];

    /// <summary>Margins to learn, (candidates).</summary>
    public double[] Scores { get; init; } = [];

    /// <summary>Models that are asked.</summary>
    public string[] Models { get; init; } = [];

    /// <summary>Seed of a training.</summary>
    public int Seed { get; init; }

    /// <summary>Epochs of a network's training.</summary>
    public int Epochs { get; init; }
}

/// <summary>What a worker can be asked.</summary>
internal enum TaskKind
{
    EncodeCoarsely,
    EncodeFinely,
    TrainSurrogate,
    TrainNetwork,
    AskSurrogate,
    AskNetworks,
}

/// <summary>What a worker answers; empty where it was not asked.</summary>
internal sealed record TaskAnswer
{
    /// <summary>Descriptions, (candidates)(dimensions).</summary>
    public double[][] Points { get; init; } = [];

    /// <summary>A trained model.</summary>
    public string Model { get; init; } = "";

    /// <summary>Most probable margins, (candidates).</summary>
    public double[] Means { get; init; } = [];

    /// <summary>Standard deviations of the belief, (candidates).</summary>
    public double[] Deviations { get; init; } = [];
}
