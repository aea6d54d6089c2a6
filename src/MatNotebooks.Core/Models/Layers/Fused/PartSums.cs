namespace MatNotebooks.Models.Layers.Fused;

/// <summary>Sums that each part of a batch makes for itself, and that are then added in the parts' order.</summary>
/// <param name="parts">How many parts.</param>
/// <param name="length">How many sums each makes.</param>
internal sealed class PartSums(int parts, int length)
{
    private readonly float[] all = new float[parts * length];

    /// <summary>The sums of one part, (length).</summary>
    public Span<float> Of(int part) => all.AsSpan(part * length, length);

    /// <summary>The sums of all parts from one place on.</summary>
    public double[] InAll(int from, int count)
    {
        var sums = new double[count];
        for (var part = 0; part < parts; part++)
        {
            var own = Of(part).Slice(from, count);
            for (var place = 0; place < count; place++) sums[place] += own[place];
        }
        return sums;
    }
}
