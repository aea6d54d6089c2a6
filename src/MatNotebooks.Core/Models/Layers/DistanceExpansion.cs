using MatNotebooks.Models.Resident;
using static TorchSharp.torch;

namespace MatNotebooks.Models.Layers;

/// <summary>Turns distances into edge attributes, on the fly.</summary>
internal sealed class DistanceExpansion : nn.Module
{
    private readonly DistanceScale scale;
    private readonly Tensor centers;
    private Tensor? units;

    public DistanceExpansion(DistanceScale scale)
        : base(nameof(DistanceExpansion))
    {
        this.scale = scale;
        centers = arange(scale.Gaussians, ScalarType.Float32).unsqueeze(0);
        register_buffer("centers", centers, persistent: false);
        RegisterComponents();
    }

    private double Step => (scale.Range.Last - scale.Range.First) / (scale.Gaussians - 1);

    /// <summary>The attributes of every shell of a batch.</summary>
    public EdgeAttributes Of(BatchEdges batch) => batch.Resident is { } resident ? OnDevice(batch, resident) : OnHost(batch);

    protected override void Dispose(bool disposing)
    {
        units?.Dispose();
        base.Dispose(disposing);
    }

    private EdgeAttributes OnHost(BatchEdges batch)
    {
        var (numbers, shells) = (batch.Batch.AtomicNumbers, batch.Shells);
        var (first, last) = scale.Range;
        var step = Step;
        var places = new float[shells.Senders.Length];
        var reach = new float[places.Length];
        for (var shell = 0; shell < places.Length; shell++)
        {
            var unit = scale.UnitOf(numbers[shells.Receivers[shell]], numbers[shells.Senders[shell]]);
            places[shell] = (float)(((shells.Distances[shell] / unit) - first) / step);
            reach[shell] = (float)Math.Min(last * unit, scale.Cutoff);
        }
        return Fading(batch, batch.Column(reach), new(places, centers));
    }

    private EdgeAttributes OnDevice(BatchEdges batch, ResidentBatch resident)
    {
        var (first, last) = scale.Range;
        var numbers = resident.AtomicNumbers;
        var pair = (numbers.index_select(0, resident.Receivers) * ElementFacts.Rows) + numbers.index_select(0, resident.Senders);
        var unit = Units(batch.Distances).index_select(0, pair);
        var places = ((batch.Distances / unit) - first) / Step;
        return Fading(batch, (unit * last).clamp(null, scale.Cutoff), new(places, centers));
    }

    private static EdgeAttributes Fading(BatchEdges batch, Tensor reach, EdgeSpread spread)
    {
        var reduced = (batch.Distances / reach).clamp(null, 1);
        var cube = reduced * reduced * reduced;
        var envelope = (cube * (reduced * ((reduced * -6) + 15) - 10)) + 1;
        return new(spread) { Reduced = reduced, Envelope = envelope, Weight = envelope * batch.Counts, Fades = batch.Fades };
    }

    /// <summary>The ruler's unit for every pair of elements | Å, (104 · 104, 1); made when first asked for.</summary>
    private Tensor Units(Tensor like)
    {
        if (units is not null && units.device.Equals(like.device) && units.dtype == like.dtype) return units;
        units?.Dispose();
        var table = new float[ElementFacts.Rows * ElementFacts.Rows];
        for (var receiver = 1; receiver < ElementFacts.Rows; receiver++)
            for (var sender = 1; sender < ElementFacts.Rows; sender++)
                table[(receiver * ElementFacts.Rows) + sender] = scale.UnitOf(receiver, sender);
        return units = tensor(table, [table.Length, 1], like.dtype, like.device).DetachFromDisposeScope();
    }
}
