namespace MatNotebooks.Frameworks.Arem.Running.Definitions;

/// <summary>What learns from the labels of a campaign and screens its pool.</summary>
public sealed record ModelChoice
{
    /// <summary>Kinds of model: a Gaussian process on descriptors, or an ensemble of GEM-PPM networks on structures.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["surrogate", "gem-ppm"];

    /// <summary>Which, one of <see cref="Kinds"/>. The default is "surrogate".</summary>
    public string Kind { get; init => field = DefinitionRange.OneOf(value, Kinds, nameof(Kind)); } = "surrogate";

    /// <summary>Labels before the first model | 4 to 10,000. The default is 8.</summary>
    public int FirstLabels { get; init => field = DefinitionRange.Within(value, 4, 10_000, nameof(FirstLabels)); } = 8;

    /// <summary>Labels from which "gem-ppm" takes the place of the surrogate that serves before | 8 to 100,000. The default is 60.</summary>
    public int NetworkFrom { get; init => field = DefinitionRange.Within(value, 8, 100_000, nameof(NetworkFrom)); } = 60;

    /// <summary>Networks of an ensemble, each a task of its own | 2 to 16. The default is 2.</summary>
    public int Members { get; init => field = DefinitionRange.Within(value, 2, 16, nameof(Members)); } = 2;

    /// <summary>Epochs of a network's training | 1 to 10,000. The default is 40.</summary>
    public int Epochs { get; init => field = DefinitionRange.Within(value, 1, 10_000, nameof(Epochs)); } = 40;
}
