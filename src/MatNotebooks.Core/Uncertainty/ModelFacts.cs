using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MatNotebooks.Uncertainty;

/// <summary>What a model file says of its model beside the weights.</summary>
public sealed record ModelFacts
{
    /// <summary>What learned.</summary>
    public required string Learner { get; init; }

    /// <summary>Key of what it predicts.</summary>
    public required string Target { get; init; }

    /// <summary>Unit of what it predicts.</summary>
    public required string Unit { get; init; }

    /// <summary>Seed of the division and of everything random.</summary>
    public required int Seed { get; init; }

    /// <summary>Where standard deviations come from. The default is <see cref="UncertaintySource.Ensemble"/>.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<UncertaintySource>))]
    public UncertaintySource Source { get; init; }

    /// <summary>How records were divided.</summary>
    public required string Split { get; init; }

    /// <summary>How many crystals trained.</summary>
    public required int Trained { get; init; }

    /// <summary>How many crystals calibrated the intervals.</summary>
    public required int Calibrated { get; init; }

    /// <summary>How wide intervals are.</summary>
    public required ConformalIntervals Intervals { get; init; }

    /// <summary>What the model has seen.</summary>
    public required TrainingDomain Domain { get; init; }

    /// <summary>How it did on crystals it never saw; null where too few were left.</summary>
    public Judgement? Judged { get; init; }

    /// <summary>Where it came from: code, versions, data with their hashes, machine, time; null where nobody wrote it down.</summary>
    public JsonObject? Provenance { get; init; }
}
