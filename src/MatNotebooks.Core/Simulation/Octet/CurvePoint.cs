namespace MatNotebooks.Simulation.Octet;

/// <summary>One point of a curve.</summary>
/// <param name="LatticeConstant">Edge of the conventional cubic cell | Å.</param>
/// <param name="Energy">Energy | eV per formula unit.</param>
public readonly record struct CurvePoint(double LatticeConstant, double Energy);
