namespace MatNotebooks.Frameworks.PgGos.Policies;

/// <summary>How a <see cref="GeneticPolicy"/> breeds.</summary>
public sealed record GeneticOptions
{
    /// <summary>Individuals of a generation, at least 2. The default is 100.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 2.</exception>
    public int Population { get; init => field = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(Population), $"Population is {value}; it must be at least 2."); } = 100;

    /// <summary>Share of the best that live on unchanged, in [0, 1). The default is 0.5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1).</exception>
    public double Elite { get; init => field = value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(Elite), $"Elite is {value}; it must be in [0, 1)."); } = 0.5;

    /// <summary>Chance that a child gets another element on one site, in [0, 1]. The default is 0.1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside [0, 1].</exception>
    public double Mutation { get; init => field = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Mutation), $"Mutation is {value}; it must be in [0, 1]."); } = 0.1;

    /// <summary>How many are drawn for a tournament, whose fittest becomes a parent; at least 1. The default is 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Tournament { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Tournament), $"Tournament is {value}; it must be at least 1."); } = 5;
}
