using System.Numerics;

namespace MatNotebooks.Crystals.Diffraction;

/// <summary>
/// Waves scattered by one cell, F(hkl) = Σ o f exp(−B s²) exp(2πi (h x + k y + l z)), for whole rows of l at a time: what depends on h and k
/// is multiplied in once, and the row runs through vectors.
/// </summary>
internal sealed class StructureFactors
{
    private readonly List<(ScatteringFactors Factors, double Temperature, int First, int Last)> species = [];
    private readonly PhaseTable x, y, z;
    private readonly double[] occupancies;
    private readonly RadiationKind kind;
    private readonly double[] squares, factors, real, imaginary, sumReal, sumImaginary;

    public StructureFactors(Crystal crystal, DiffractionOptions options, (int H, int K, int L) most)
    {
        kind = options.Radiation.Kind;
        var atoms = crystal.Sites.SelectMany(site => site.Occupants.Select(occupant => (occupant.Element, occupant.Occupancy, site.Position)))
            .OrderBy(atom => atom.Element.Number).ToArray();
        for (int first = 0, last; first < atoms.Length; first = last)
        {
            for (last = first + 1; last < atoms.Length && atoms[last].Element == atoms[first].Element;) last++;
            species.Add((ScatteringFactors.Of(atoms[first].Element, kind), options.TemperatureFactors.GetValueOrDefault(atoms[first].Element), first, last));
        }
        occupancies = [.. atoms.Select(atom => atom.Occupancy)];
        x = new([.. atoms.Select(atom => atom.Position.A)], most.H);
        y = new([.. atoms.Select(atom => atom.Position.B)], most.K);
        z = new([.. atoms.Select(atom => atom.Position.C)], most.L);
        var room = (2 * most.L) + 1 + Vector<double>.Count;
        (squares, factors, real, imaginary) = (new double[room], new double[room], new double[room], new double[room]);
        (sumReal, sumImaginary) = (new double[room], new double[room]);
    }

    /// <summary>|F|² of a row of reflections.</summary>
    /// <param name="h">First index.</param>
    /// <param name="k">Second index.</param>
    /// <param name="first">Third index of the first reflection.</param>
    /// <param name="reciprocal">1/d² of each reflection | 1/Å²; behind them nothing is read.</param>
    /// <param name="intensities">|F|² of each | electrons² or fm².</param>
    public void Row(int h, int k, int first, ReadOnlySpan<double> reciprocal, Span<double> intensities)
    {
        var padded = (reciprocal.Length + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        Array.Clear(squares, 0, padded);
        for (var i = 0; i < reciprocal.Length; i++) squares[i] = reciprocal[i] / 4; // s = 1 / 2d
        Array.Clear(real, 0, padded);
        Array.Clear(imaginary, 0, padded);
        foreach (var kindOfAtom in species)
        {
            Waves(kindOfAtom.First, kindOfAtom.Last, h, k, first, padded);
            Weights(kindOfAtom.Factors, kindOfAtom.Temperature, padded);
            for (var i = 0; i < padded; i += Vector<double>.Count)
            {
                var factor = new Vector<double>(factors, i);
                (new Vector<double>(real, i) + (factor * new Vector<double>(sumReal, i))).CopyTo(real, i);
                (new Vector<double>(imaginary, i) + (factor * new Vector<double>(sumImaginary, i))).CopyTo(imaginary, i);
            }
        }
        for (var i = 0; i < reciprocal.Length; i++) intensities[i] = (real[i] * real[i]) + (imaginary[i] * imaginary[i]);
    }

    // Sum of the waves of like atoms.
    private void Waves(int from, int to, int h, int k, int first, int padded)
    {
        Array.Clear(sumReal, 0, padded);
        Array.Clear(sumImaginary, 0, padded);
        for (var atom = from; atom < to; atom++)
        {
            var plane = occupancies[atom] * x[atom, h] * y[atom, k];
            var (planeReal, planeImaginary) = (new Vector<double>(plane.Real), new Vector<double>(plane.Imaginary));
            var cosines = z.CosinesFrom(atom, first);
            var sines = z.SinesFrom(atom, first);
            for (var i = 0; i < padded; i += Vector<double>.Count)
            {
                var (cosine, sine) = (new Vector<double>(cosines[i..]), new Vector<double>(sines[i..]));
                (new Vector<double>(sumReal, i) + (planeReal * cosine) - (planeImaginary * sine)).CopyTo(sumReal, i);
                (new Vector<double>(sumImaginary, i) + (planeReal * sine) + (planeImaginary * cosine)).CopyTo(sumImaginary, i);
            }
        }
    }

    private void Weights(ScatteringFactors scattering, double temperature, int padded)
    {
        if (kind == RadiationKind.Neutron) factors.AsSpan(0, padded).Fill(scattering.NeutronLength);
        else scattering.FormFactors(squares.AsSpan(0, padded), factors.AsSpan(0, padded));
        if (temperature == 0) return;
        for (var i = 0; i < padded; i += Vector<double>.Count)
            (new Vector<double>(factors, i) * Vector.Exp(new Vector<double>(squares, i) * -temperature)).CopyTo(factors, i);
    }
}
