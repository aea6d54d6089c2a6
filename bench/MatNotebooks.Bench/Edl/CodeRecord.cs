namespace MatNotebooks.Bench.Edl;

/// <summary>What was measured of one code, as a line of the ledger.</summary>
/// <param name="Settings">Data and networks it was measured with; others are passed over.</param>
/// <param name="Sources">Commit of the sources that measured it.</param>
/// <param name="Embedding">The embedding.</param>
/// <param name="Operator">What compressed it.</param>
/// <param name="Asked">Bytes per crystal asked for.</param>
/// <param name="Bytes">Bytes per crystal it took.</param>
/// <param name="Numbers">Value, lower and upper bound of each metric, by "metric" or "metric/property"; bounds are missing where there are none.</param>
internal sealed record CodeRecord(string Settings, string Sources, string Embedding, string Operator, int Asked, int Bytes, Dictionary<string, double[]> Numbers);
