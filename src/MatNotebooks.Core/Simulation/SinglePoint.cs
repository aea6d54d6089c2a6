namespace MatNotebooks.Simulation;

/// <summary>Energy of a crystal whose atoms stand still, and what comes with it.</summary>
/// <param name="Energy">Total energy of the cell | eV, counted from the calculator's own reference.</param>
/// <param name="Gap">Gap between the highest filled and the lowest empty level | eV; 0 when closed.</param>
/// <param name="DirectGap">The smallest gap at one k-point | eV; 0 when closed.</param>
/// <param name="Pressure">−tr(σ)/3 | GPa; positive when the crystal wants to grow.</param>
/// <param name="IrreducibleKPoints">Number of k-points after symmetry.</param>
/// <param name="CoreSeconds">Processor time | s.</param>
/// <param name="Version">Version of the program.</param>
public sealed record SinglePoint(
    double Energy, double Gap, double DirectGap, double Pressure, int IrreducibleKPoints, double CoreSeconds, string Version);
