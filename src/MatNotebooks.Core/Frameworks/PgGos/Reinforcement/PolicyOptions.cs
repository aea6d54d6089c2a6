namespace MatNotebooks.Frameworks.PgGos.Reinforcement;

/// <summary>How a policy is optimised.</summary>
public sealed record PolicyOptions
{
    /// <summary>The rule. The default is REINFORCE.</summary>
    public PolicyRule Rule { get; init; } = new Reinforce();

    /// <summary>Draws from the policy, at least 1. The default is 100.</summary>
    public int Steps { get; init => field = AtLeast(1, value, nameof(Steps)); } = 100;

    /// <summary>Actions of a draw, at least 2: each is compared with the others. The default is 64.</summary>
    public int BatchSize { get; init => field = AtLeast(2, value, nameof(BatchSize)); } = 64;

    /// <summary>Step of Adam, greater than 0. The default is 1e-3.</summary>
    public double LearningRate
    {
        get;
        init => field = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(LearningRate), $"LearningRate is {value}; it must be greater than 0.");
    } = 1e-3;

    /// <summary>Weight η of the policy's entropy (Eq. 31) | reward per nat, at least 0. The default is 0.01.</summary>
    public double EntropyWeight
    {
        get;
        init => field = value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(EntropyWeight), $"EntropyWeight is {value}; it must be at least 0.");
    } = 0.01;

    /// <summary>Greatest norm of a gradient, greater than 0. The default is 1.</summary>
    public double GradientLimit { get; init; } = 1;

    /// <summary>Seed of the draws. The default is 0.</summary>
    public int Seed { get; init; }

    /// <summary>File from which a stopped optimisation goes on, written after every step. The default is none.</summary>
    public string? Checkpoint { get; init; }

    private static int AtLeast(int least, int value, string name) =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {least}.");
}
