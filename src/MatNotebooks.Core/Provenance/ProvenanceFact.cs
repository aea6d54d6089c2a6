namespace MatNotebooks.Provenance;

/// <summary>One line of a <see cref="RunRecord"/>.</summary>
/// <param name="Kind">As "version" or "hardware".</param>
/// <param name="Name">Of what; empty where the kind says it.</param>
/// <param name="Value">What it is, with its unit.</param>
public sealed record ProvenanceFact(string Kind, string Name, string Value);
