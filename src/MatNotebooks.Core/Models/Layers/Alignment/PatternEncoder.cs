using TorchSharp.Modules;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers.Alignment;

/// <summary>Embeds segments of a powder pattern: convolutions along the angle, to which is added where the segment lies.</summary>
internal sealed class PatternEncoder : nn.Module
{
    /// <summary>Points of the pattern that a segment stands for.</summary>
    public const int PointsPerSegment = 16;

    private readonly Conv1d first, second;
    private readonly Linear output;
    private readonly Parameter places;

    public PatternEncoder(int points, int width)
        : base(nameof(PatternEncoder))
    {
        first = nn.Conv1d(1, width, 8, stride: 4, padding: 2);
        second = nn.Conv1d(width, width, 8, stride: 4, padding: 2);
        places = new(randn(points / PointsPerSegment, width) * 0.5);
        output = nn.Linear(width, width);
        RegisterComponents();
    }

    /// <summary>(patterns, points) to (patterns, segments, width).</summary>
    public Tensor Of(Tensor patterns)
    {
        var heard = second.call(nn.functional.silu(first.call(patterns.unsqueeze(1)))).transpose(1, 2);
        // A peak says little without its angle: the place gates what was heard there.
        return output.call(nn.functional.silu(heard + places) + (heard * places));
    }
}
