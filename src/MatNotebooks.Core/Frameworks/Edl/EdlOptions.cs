using MatNotebooks.Frameworks.Edl.Operators;

namespace MatNotebooks.Frameworks.Edl;

/// <summary>What a study of compression looks at.</summary>
public sealed record EdlOptions
{
    /// <summary>Bytes per crystal of the levels, each at least 1; more than an embedding has are left out. The default is 64, 32, 16, 8 and 4.</summary>
    public IReadOnlyList<int> Bytes { get; init; } = [64, 32, 16, 8, 4];

    /// <summary>The operators. The default is every one but the three that train a network.</summary>
    public IReadOnlyList<CompressionOperator> Operators { get; init; } =
        [.. CompressionOperator.All.Where(one => one is not (AutoencoderOperator or VariationalOperator or DistillationOperator))];

    /// <summary>Share of the groups that judge | greater than 0, less than 1. The default is 0.4.</summary>
    public double JudgingShare { get; init; } = 0.4;

    /// <summary>Neighbours that count, at least 1, less than half of the crystals that judge. The default is 10.</summary>
    public int Neighbors { get; init; } = 10;

    /// <summary>λ of the steering: what probes count beside distances | 0 to less than 1. The default is 0.5.</summary>
    public double ProbeWeight { get; init; } = 0.5;

    /// <summary>Seed of the division, the operators and the intervals. The default is 0.</summary>
    public int Seed { get; init; }
}
