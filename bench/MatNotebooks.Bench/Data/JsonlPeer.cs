using System.Text.Json.Serialization;

namespace MatNotebooks.Bench.Data;

/// <summary>Python's json and pandas, run by <c>bench/peers/jsonl_reader.py</c>, and what they read.</summary>
/// <param name="Pandas">Version of pandas.</param>
/// <param name="Python">Version of Python.</param>
/// <param name="JsonSeconds">Time of json.loads over the lines of each file | s.</param>
/// <param name="PandasSeconds">Time of pandas.read_json for each file | s.</param>
/// <param name="Rows">Rows of each file.</param>
/// <param name="Sums">Sum of all numbers of each file's lattices and coordinates.</param>
internal sealed record JsonlPeer(
    [property: JsonPropertyName("pandas")] string Pandas,
    [property: JsonPropertyName("python")] string Python,
    [property: JsonPropertyName("json_seconds")] double[] JsonSeconds,
    [property: JsonPropertyName("pandas_seconds")] double[] PandasSeconds,
    [property: JsonPropertyName("rows")] int[] Rows,
    [property: JsonPropertyName("sums")] double[] Sums);
