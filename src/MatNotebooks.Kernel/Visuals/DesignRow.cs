namespace MatNotebooks.Kernel.Visuals;

/// <summary>A design with what was promised of it and what the oracle said, as a table shows it.</summary>
/// <param name="Call">Which call of the oracle it was, from 1.</param>
/// <param name="Compound">The compound, such as "MgSe".</param>
/// <param name="Structure">rocksalt or zincblende.</param>
/// <param name="Verdict">"as wanted", "not as wanted", or "failed" with the reason.</param>
/// <param name="Promised">What the model expected of each property of the target before the call, with one standard deviation and unit; empty where it had none.</param>
/// <param name="Computed">What the oracle said of each property, with its unit; empty where it failed.</param>
public sealed record DesignRow(int Call, string Compound, string Structure, string Verdict, string Promised, string Computed);
