using System.Text.Json.Nodes;

namespace MatNotebooks.Uncertainty;

/// <summary>What a classifier's file says of it beside the weights.</summary>
public sealed record ClassifierFacts
{
    /// <summary>What learned.</summary>
    public required string Learner { get; init; }

    /// <summary>Key of the class it tells.</summary>
    public required string Target { get; init; }

    /// <summary>Names of the classes, at least 2.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Seed of the division and of everything random.</summary>
    public required int Seed { get; init; }

    /// <summary>How records were divided.</summary>
    public required string Split { get; init; }

    /// <summary>How many crystals trained.</summary>
    public required int Trained { get; init; }

    /// <summary>How many crystals calibrated the sets of possible classes.</summary>
    public required int Calibrated { get; init; }

    /// <summary>Share of crystals whose class must be among the possible ones | no unit, between 0 and 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>Probability from which on a class is possible | no unit, 0 to 1.</summary>
    public required double LeastProbability { get; init; }

    /// <summary>What the classifier has seen.</summary>
    public required TrainingDomain Domain { get; init; }

    /// <summary>How it did on crystals it never saw; null where too few were left.</summary>
    public ClassJudgement? Judged { get; init; }

    /// <summary>Where it came from: code, versions, data with their hashes, machine, time; null where nobody wrote it down.</summary>
    public JsonObject? Provenance { get; init; }
}
