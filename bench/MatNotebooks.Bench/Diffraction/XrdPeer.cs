using System.Text.Json.Serialization;

namespace MatNotebooks.Bench.Diffraction;

/// <summary>pymatgen's XRDCalculator, run by <c>bench/peers/xrd_calculator.py</c>, and what it found.</summary>
/// <param name="Pymatgen">Version of pymatgen.</param>
/// <param name="Python">Version of Python.</param>
/// <param name="Seconds">Time for all patterns | s.</param>
/// <param name="Angles">2θ of each crystal's peaks | degrees.</param>
/// <param name="Intensities">Their intensities | the greatest is 100.</param>
internal sealed record XrdPeer(
    [property: JsonPropertyName("pymatgen")] string Pymatgen,
    [property: JsonPropertyName("python")] string Python,
    [property: JsonPropertyName("seconds")] double Seconds,
    [property: JsonPropertyName("angles")] double[][] Angles,
    [property: JsonPropertyName("intensities")] double[][] Intensities);
