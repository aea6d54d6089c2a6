using System.Globalization;
using System.Numerics;
using MatNotebooks.Chemistry;

namespace MatNotebooks.Crystals.Diffraction;

/// <summary>How strongly an element scatters.</summary>
internal sealed class ScatteringFactors
{
    // 8π² m e² / h²: from the Fourier transform of the charge to that of the potential (Mott and Bethe) | 1/Å².
    private const double MottBethe = 41.78214;

    private static readonly Lazy<ScatteringFactors?[]> Table = new(Read);

    private readonly int number;
    private readonly double[] heights, rates;
    private readonly double? neutronLength;

    private ScatteringFactors(int number, double[] heights, double[] rates, double? neutronLength) =>
        (this.number, this.heights, this.rates, this.neutronLength) = (number, heights, rates, neutronLength);

    /// <exception cref="ArgumentException">Nobody has tabulated this element for this kind of radiation.</exception>
    public static ScatteringFactors Of(Element element, RadiationKind kind)
    {
        var found = Table.Value[element.Number];
        var known = kind == RadiationKind.XRay ? found?.heights.Length > 0 : found?.neutronLength is not null;
        return known ? found! : throw new ArgumentException(
            $"There is no tabulated {(kind == RadiationKind.XRay ? "X-ray form factor" : "neutron scattering length")} of {element.Symbol}; patterns of crystals that hold it cannot be computed.");
    }

    /// <summary>Scattering length of the nucleus | fm.</summary>
    public double NeutronLength => neutronLength!.Value;

    /// <summary>
    /// Form factor f = Z − 41.78214 s² Σ a exp(−b s²), s = sin θ / λ | electrons.
    /// </summary>
    /// <param name="squares">s² | 1/Å².</param>
    /// <param name="factors">Form factors, as many; the length is a multiple of the vector length.</param>
    public void FormFactors(ReadOnlySpan<double> squares, Span<double> factors)
    {
        for (var at = 0; at < squares.Length; at += Vector<double>.Count)
        {
            var square = new Vector<double>(squares[at..]);
            var sum = Vector<double>.Zero;
            for (var term = 0; term < heights.Length; term++) sum += heights[term] * Vector.Exp(square * -rates[term]);
            (new Vector<double>(number) - (MottBethe * square * sum)).CopyTo(factors[at..]);
        }
    }

    private static ScatteringFactors?[] Read()
    {
        var table = new ScatteringFactors?[PeriodicTable.Elements.Count + 1];
        foreach (var row in ElementTable.Rows("scattering.csv"))
        {
            var element = PeriodicTable.Find(row["symbol"]);
            double[] Column(string letter) => [.. Enumerable.Range(1, 4).Select(i => Number(row[$"{letter}{i}"])).Where(value => value is not null and not 0).Select(value => value!.Value)];
            table[element.Number] = new(element.Number, Column("a"), Column("b"), Number(row["neutron_length"]));
        }
        return table;
    }

    private static double? Number(string cell) => cell == "" ? null : double.Parse(cell, CultureInfo.InvariantCulture);
}
