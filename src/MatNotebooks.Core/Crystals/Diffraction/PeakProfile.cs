using System.Numerics;

namespace MatNotebooks.Crystals.Diffraction;

/// <summary>How peaks are broadened into a curve on equally spaced angles: pseudo-Voigt, which is Gauss and Lorentz mixed.</summary>
/// <remarks>
/// Every peak has the area of its intensity, as counted photons have; a curve's height is then scaled so that its greatest is 1. A Lorentzian
/// is cut where it has fallen below a thousandth of its middle.
/// </remarks>
public sealed record PeakProfile
{
    private static readonly double GaussRate = 4 * Math.Log(2);

    /// <summary>First angle 2θ | degrees. The default is 5.</summary>
    public double From { get; init; } = 5;

    /// <summary>Last angle 2θ | degrees. The default is 90.</summary>
    public double To { get; init; } = 90;

    /// <summary>Number of angles, 2 to 1,000,000. The default is 1701: one every 0.05°.</summary>
    public int Points { get; init; } = 1701;

    /// <summary>Width of a peak at half of its height | degrees, greater than 0. The default is 0.2.</summary>
    public double FullWidth { get; init; } = 0.2;

    /// <summary>Share of Lorentz in each peak | 0 (Gauss alone) to 1 (Lorentz alone). The default is 0.3.</summary>
    public double LorentzShare { get; init; } = 0.3;

    /// <summary>Distance of neighbouring angles | degrees.</summary>
    public double Step => (To - From) / (Points - 1);

    /// <summary>The angles 2θ | degrees, (Points).</summary>
    public double[] Angles() => [.. Enumerable.Range(0, Points).Select(i => From + (i * Step))];

    internal float[] Curve(ReadOnlySpan<double> angles, ReadOnlySpan<double> intensities)
    {
        Check();
        var curve = new float[Points];
        for (var peak = 0; peak < angles.Length; peak++) Add(curve, angles[peak], intensities[peak]);
        var greatest = 0f;
        foreach (var value in curve) greatest = Math.Max(greatest, value);
        if (greatest > 0)
            for (var i = 0; i < curve.Length; i++) curve[i] /= greatest;
        return curve;
    }

    // Heights of the two shapes of area 1: 2 √(ln 2 / π) / w of Gauss, 2 / (π w) of Lorentz.
    private void Add(float[] curve, double middle, double area)
    {
        var (gauss, lorentz) = (area * (1 - LorentzShare) * Math.Sqrt(GaussRate / Math.PI), area * LorentzShare * 2 / Math.PI);
        var reach = FullWidth * (LorentzShare > 0 ? Math.Max(1.6, 0.5 * Math.Sqrt(999)) : 1.6);
        var first = Math.Max(0, (int)Math.Ceiling((middle - reach - From) / Step));
        var last = Math.Min(Points - 1, (int)Math.Floor((middle + reach - From) / Step));
        var (start, step) = ((float)((From + (first * Step) - middle) / FullWidth), (float)(Step / FullWidth));
        var ramp = Vector.CreateSequence(0f, step);
        var at = first;
        for (; at + Vector<float>.Count <= last + 1; at += Vector<float>.Count)
        {
            var offset = new Vector<float>(start + ((at - first) * step)) + ramp;
            var square = offset * offset;
            var value = Vector.Exp(square * -(float)GaussRate) * (float)gauss;
            if (lorentz > 0) value += new Vector<float>((float)lorentz) / ((4 * square) + Vector<float>.One);
            (new Vector<float>(curve, at) + value).CopyTo(curve, at);
        }
        for (; at <= last; at++)
        {
            var offset = start + ((at - first) * step);
            curve[at] += (float)((gauss * Math.Exp(-GaussRate * offset * offset)) + (lorentz / (1 + (4 * offset * offset))));
        }
    }

    private void Check()
    {
        if (!(From >= 0 && To > From && To <= 180)) throw new ArgumentException($"The profile runs from {From}° to {To}°; it must begin at 0° or above and end above its begin, at 180° at most.");
        if (Points is < 2 or > 1_000_000) throw new ArgumentException($"The profile has {Points} points; 2 to 1,000,000 are possible.");
        if (!(FullWidth > 0 && double.IsFinite(FullWidth))) throw new ArgumentException($"FullWidth is {FullWidth}°; it must be greater than 0, such as 0.2.");
        if (!(LorentzShare is >= 0 and <= 1)) throw new ArgumentException($"LorentzShare is {LorentzShare}; it must be from 0 (Gauss) to 1 (Lorentz).");
    }
}
