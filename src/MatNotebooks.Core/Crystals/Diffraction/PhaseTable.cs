using System.Numerics;

namespace MatNotebooks.Crystals.Diffraction;

/// <summary>Waves exp(2πi n x) of atoms along one axis, for n from −most to most, cosines and sines apart, rows padded for vectors.</summary>
internal sealed class PhaseTable
{
    private readonly double[] cosines, sines;
    private readonly int most, row;

    public PhaseTable(ReadOnlySpan<double> positions, int most)
    {
        (this.most, row) = (most, (2 * most) + 1 + Vector<double>.Count);
        (cosines, sines) = (new double[positions.Length * row], new double[positions.Length * row]);
        for (var atom = 0; atom < positions.Length; atom++) Fill(atom, positions[atom]);
    }

    public Complex this[int atom, int n] => new(cosines[(atom * row) + most + n], sines[(atom * row) + most + n]);

    /// <summary>The waves of an atom from n on, with room for a whole vector behind the last.</summary>
    public ReadOnlySpan<double> CosinesFrom(int atom, int n) => cosines.AsSpan((atom * row) + most + n);

    public ReadOnlySpan<double> SinesFrom(int atom, int n) => sines.AsSpan((atom * row) + most + n);

    // By multiplication; a chain of some ten factors stays exact to 15 digits.
    private void Fill(int atom, double position)
    {
        var (sine, cosine) = Math.SinCos(2 * Math.PI * position);
        var (step, wave, middle) = (new Complex(cosine, sine), Complex.One, (atom * row) + most);
        for (var n = 0; n <= most; n++)
        {
            (cosines[middle + n], sines[middle + n]) = (wave.Real, wave.Imaginary);
            (cosines[middle - n], sines[middle - n]) = (wave.Real, -wave.Imaginary);
            wave *= step;
        }
    }
}
