namespace MatNotebooks.Simulation;

/// <summary>Where the numbers of a calculation come from.</summary>
/// <param name="Program">The program, such as "xTB".</param>
/// <param name="Version">Its version, by its own word.</param>
/// <param name="Input">What it was given to read, whole.</param>
public sealed record CalculationSource(string Program, string Version, string Input);
