using System.Text.Json.Serialization;

namespace MatNotebooks.Bench.Data;

/// <summary>pymatgen's CifParser, run by <c>bench/peers/cif_parser.py</c>, and what it read.</summary>
/// <param name="Pymatgen">Version of pymatgen.</param>
/// <param name="Python">Version of Python.</param>
/// <param name="Seconds">Time for each file | s.</param>
/// <param name="Lattices">Lattice parameters of each crystal | Å and degrees; null where pymatgen refused the file.</param>
/// <param name="Symbols">Symbol of each site.</param>
/// <param name="Places">Fractional coordinates, 3 per site.</param>
internal sealed record CifPeer(
    [property: JsonPropertyName("pymatgen")] string Pymatgen,
    [property: JsonPropertyName("python")] string Python,
    [property: JsonPropertyName("seconds")] double[] Seconds,
    [property: JsonPropertyName("lattices")] double[]?[] Lattices,
    [property: JsonPropertyName("symbols")] string[]?[] Symbols,
    [property: JsonPropertyName("places")] double[]?[] Places);
