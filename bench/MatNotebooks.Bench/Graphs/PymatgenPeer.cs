using System.Text.Json.Serialization;

namespace MatNotebooks.Bench.Graphs;

/// <summary>CGCNN's featuriser on pymatgen, run by <c>bench/peers/cgcnn_featuriser.py</c>, and what it found.</summary>
/// <param name="Pymatgen">Version of pymatgen.</param>
/// <param name="Python">Version of Python.</param>
/// <param name="NeighborSeconds">Time for neighbours: search, sort, nearest 12 | s.</param>
/// <param name="GaussianSeconds">Time for the expansion in 41 Gaussians | s.</param>
/// <param name="Distances">For each crystal the 12 nearest distances of each atom, in site order | Å; 9 where there is none.</param>
internal sealed record PymatgenPeer(
    [property: JsonPropertyName("pymatgen")] string Pymatgen,
    [property: JsonPropertyName("python")] string Python,
    [property: JsonPropertyName("neighbor_seconds")] double NeighborSeconds,
    [property: JsonPropertyName("gaussian_seconds")] double GaussianSeconds,
    [property: JsonPropertyName("distances")] double[][] Distances)
{
    /// <summary>What stands for a distance where an atom has fewer than 12 neighbours within the cutoff | Å.</summary>
    public const float NoNeighbor = 9;

    /// <summary>Runs the peer on structure records.</summary>
    /// <exception cref="InvalidOperationException">Python or pymatgen is missing; its own words are in the message.</exception>
    public static PymatgenPeer Run(IEnumerable<string> records) => PythonPeer.Run<PymatgenPeer>("cgcnn_featuriser.py", records);
}
