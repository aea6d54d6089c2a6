using MatNotebooks.Frameworks.Arem.Running.Work;

namespace MatNotebooks.Frameworks.Arem.Running.Layers;

/// <summary>A line in the memory of trainings and screenings.</summary>
/// <param name="Cycle">Which training with screening, from 1.</param>
/// <param name="Stage">1 training, 2 screening; 3 when both are over.</param>
/// <param name="Part">Which task of the stage.</param>
/// <param name="Request">What was asked, without descriptions and models; null in the line of an answer.</param>
/// <param name="Answer">What was answered; null in the line of a request.</param>
internal sealed record ModelStep(int Cycle, int Stage, int Part, TaskRequest? Request, TaskAnswer? Answer)
{
    /// <summary>The part of a line that closes the list of a stage's requests.</summary>
    public const int ListIsWhole = -1;

    /// <summary>Labels there were when the cycle began.</summary>
    public int Labels { get; init; }

    /// <summary>Encodings there were when the cycle began.</summary>
    public int Encoded { get; init; }
}
