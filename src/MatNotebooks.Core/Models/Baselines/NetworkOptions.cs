namespace MatNotebooks.Models.Baselines;

/// <summary>What every network of this folder is told about its shape.</summary>
public abstract record NetworkOptions
{
    private protected NetworkOptions()
    {
    }

    /// <summary>How many numbers describe an element or an atom inside the network, at least 1. The default is 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Width { get; init => field = AtLeast(1, value, nameof(Width)); } = 64;

    /// <summary>How many properties are predicted, at least 1. The default is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1.</exception>
    public int Targets { get; init => field = AtLeast(1, value, nameof(Targets)); } = 1;

    /// <summary>How many external conditions each crystal carries, at least 0. The default is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public int Conditions { get; init => field = AtLeast(0, value, nameof(Conditions)); }

    /// <summary>Seed of the initial weights and of dropout. The default is 0.</summary>
    public int Seed { get; init; }

    private protected static int AtLeast(int limit, int value, string name) =>
        value >= limit ? value : throw new ArgumentOutOfRangeException(name, $"{name} is {value}; it must be at least {limit}.");
}
