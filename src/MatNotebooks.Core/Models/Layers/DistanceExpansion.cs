using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Turns distances into edge attributes, on the fly.</summary>
internal sealed class DistanceExpansion : nn.Module
{
    private readonly DistanceScale scale;
    private readonly Tensor centers;

    public DistanceExpansion(DistanceScale scale)
        : base(nameof(DistanceExpansion))
    {
        this.scale = scale;
        centers = arange(scale.Gaussians, ScalarType.Float32).unsqueeze(0);
        register_buffer("centers", centers, persistent: false);
        RegisterComponents();
    }

    /// <summary>The attributes of every shell of a batch.</summary>
    public EdgeAttributes Of(BatchEdges batch)
    {
        var (numbers, shells) = (batch.Batch.AtomicNumbers, batch.Shells);
        var (first, last) = scale.Range;
        var step = (last - first) / (scale.Gaussians - 1);
        var places = new float[shells.Senders.Length];
        var reach = new float[places.Length];
        for (var shell = 0; shell < places.Length; shell++)
        {
            var unit = scale.UnitOf(numbers[shells.Receivers[shell]], numbers[shells.Senders[shell]]);
            places[shell] = (float)(((shells.Distances[shell] / unit) - first) / step);
            reach[shell] = (float)Math.Min(last * unit, scale.Cutoff);
        }
        var reduced = (batch.Distances / batch.Column(reach)).clamp(null, 1);
        var cube = reduced * reduced * reduced;
        var envelope = (cube * (reduced * ((reduced * -6) + 15) - 10)) + 1;
        return new(places, centers) { Reduced = reduced, Envelope = envelope, Weight = envelope * batch.Counts };
    }
}
