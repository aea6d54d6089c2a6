using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Turns distances into edge attributes, on the fly.</summary>
internal sealed class DistanceExpansion : nn.Module
{
    private readonly DistanceScale scale;
    private readonly Tensor centers;
    private readonly double sharpness;

    public DistanceExpansion(DistanceScale scale)
        : base(nameof(DistanceExpansion))
    {
        this.scale = scale;
        var (first, last) = scale.Range;
        var step = (last - first) / (scale.Gaussians - 1);
        sharpness = -0.5 / (step * step);
        centers = tensor([.. Enumerable.Range(0, scale.Gaussians).Select(place => (float)(first + (place * step)))], [1, scale.Gaussians]);
        register_buffer("centers", centers);
        RegisterComponents();
    }

    /// <summary>The attributes of every shell of a batch.</summary>
    public EdgeAttributes Of(BatchEdges batch)
    {
        var (numbers, shells) = (batch.Batch.AtomicNumbers, batch.Shells);
        var units = new float[shells.Senders.Length];
        var reach = new float[units.Length];
        for (var shell = 0; shell < units.Length; shell++)
        {
            units[shell] = scale.UnitOf(numbers[shells.Receivers[shell]], numbers[shells.Senders[shell]]);
            reach[shell] = (float)Math.Min(scale.Range.Last * units[shell], scale.Cutoff);
        }
        var away = batch.Distances / batch.Column(units) - centers;
        var gaussians = (away * away * sharpness).exp();
        var reduced = (batch.Distances / batch.Column(reach)).clamp(null, 1);
        var cube = reduced * reduced * reduced;
        var envelope = (cube * (reduced * ((reduced * -6) + 15) - 10)) + 1;
        return new(gaussians, reduced, envelope, envelope * batch.Counts);
    }
}
