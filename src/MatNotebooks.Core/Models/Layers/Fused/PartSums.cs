using System.Buffers;

namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Sums that each part of a batch makes for itself, from 0, and that are then added in the parts' order.</summary>
internal sealed class PartSums : IDisposable
{
    private readonly int parts, length;
    private readonly float[] all;

    /// <param name="parts">How many parts.</param>
    /// <param name="length">How many sums each makes.</param>
    public PartSums(int parts, int length)
    {
        (this.parts, this.length) = (parts, length);
        all = ArrayPool<float>.Shared.Rent(parts * length);
        all.AsSpan(0, parts * length).Clear();
    }

    /// <summary>The sums of one part, (length).</summary>
    public Span<float> Of(int part) => all.AsSpan(part * length, length);

    /// <summary>The sums of all parts, (length).</summary>
    public double[] InAll()
    {
        var sums = new double[length];
        for (var part = 0; part < parts; part++)
        {
            var own = Of(part);
            for (var place = 0; place < length; place++) sums[place] += own[place];
        }
        return sums;
    }

    /// <inheritdoc/>
    public void Dispose() => ArrayPool<float>.Shared.Return(all);
}
