using MatNotebooks.Crystals;
using MatNotebooks.Quantities;
using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Simulation.Studies;

/// <summary>Vibrations of a crystal that repeat with its supercell, from forces on atoms moved one by one.</summary>
/// <param name="Frequencies">Frequencies in rising order, three an atom | THz; imaginary ones are negative.</param>
/// <param name="SumRuleError">How far the forces of a whole shift are from none, before they are made none | eV/Å².</param>
public sealed record Phonons(IReadOnlyList<double> Frequencies, double SumRuleError)
{
    private const double Silence = 1e-3; // THz²; the three motions as a whole

    /// <summary>Whether no vibration lowers the energy.</summary>
    public bool IsStable => Frequencies[0] > -Math.Sqrt(Silence);

    /// <summary>Moves each atom of the cell along each axis and takes the slope of all forces.</summary>
    /// <remarks>
    /// The frequencies are those at Γ of the supercell, which are those of every wave that fits into it. Long-wave electric fields of
    /// ions are not in them: longitudinal optic modes at Γ come out as transverse ones.
    /// </remarks>
    /// <param name="calculator">What computes; it must give forces.</param>
    /// <param name="crystal">The relaxed crystal.</param>
    /// <param name="repeats">Repeats of the cell along each vector | 1 to 8. The default is 2.</param>
    /// <param name="amplitude">Length of a move | Å, 0.001 to 0.1. The default is 0.01.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <exception cref="CalculationException">A calculation gave no result, or no forces.</exception>
    public static async Task<Phonons> RunAsync(
        ICalculator calculator, Crystal crystal, int repeats = 2, double amplitude = 0.01, CancellationToken cancellation = default)
    {
        if (repeats is < 1 or > 8) throw new ArgumentOutOfRangeException(nameof(repeats), repeats, "Repeats must be 1 to 8.");
        if (!(amplitude is >= 0.001 and <= 0.1)) throw new ArgumentOutOfRangeException(nameof(amplitude), amplitude, "The move must be 0.001 to 0.1 Å.");
        var cell = crystal.Supercell(repeats, repeats, repeats);
        var constants = Matrix<double>.Build.Dense(3 * cell.Sites.Length, 3 * cell.Sites.Length);
        for (var site = 0; site < cell.Sites.Length; site++)
            for (var axis = 0; axis < 3; axis++)
            {
                var ahead = await ForcesAsync(calculator, Moved(cell, site, axis, amplitude), cancellation).ConfigureAwait(false);
                var back = await ForcesAsync(calculator, Moved(cell, site, axis, -amplitude), cancellation).ConfigureAwait(false);
                constants.SetColumn((3 * site) + axis, (back - ahead) / (2 * amplitude));
            }
        return Of(cell, constants);
    }

    private static Phonons Of(Crystal cell, Matrix<double> constants)
    {
        var symmetric = (constants + constants.Transpose()) / 2;
        var error = ApplySumRule(symmetric);
        for (var i = 0; i < symmetric.RowCount; i++)
            for (var j = 0; j < symmetric.ColumnCount; j++)
                symmetric[i, j] /= Math.Sqrt(cell.Sites[i / 3].Element.Mass * cell.Sites[j / 3].Element.Mass);
        // eV/(Å² u) → (rad/s)² → THz
        const double unit = PhysicalConstants.ElementaryCharge * 1e20 / PhysicalConstants.AtomicMass / (4 * Math.PI * Math.PI * 1e24);
        var squares = symmetric.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real * unit);
        return new([.. squares.Select(value => Math.Abs(value) < Silence ? 0 : Math.Sign(value) * Math.Sqrt(Math.Abs(value))).Order()], error);
    }

    // A crystal that is moved as a whole feels no force: what is left is noise, and goes to the atom's force on itself.
    private static double ApplySumRule(Matrix<double> constants)
    {
        var worst = 0.0;
        for (var row = 0; row < constants.RowCount; row++)
            for (var axis = 0; axis < 3; axis++)
            {
                var sum = 0.0;
                for (var column = axis; column < constants.ColumnCount; column += 3) sum += constants[row, column];
                worst = Math.Max(worst, Math.Abs(sum));
                constants[row, (row / 3 * 3) + axis] -= sum;
            }
        return worst;
    }

    private static Crystal Moved(Crystal cell, int site, int axis, double length)
    {
        var by = cell.Lattice.ToFractional(new(axis == 0 ? length : 0, axis == 1 ? length : 0, axis == 2 ? length : 0));
        return cell.WithSites(cell.Sites.SetItem(site, cell.Sites[site].MovedTo(cell.Sites[site].Position + by)));
    }

    private static async Task<Vector<double>> ForcesAsync(ICalculator calculator, Crystal crystal, CancellationToken cancellation)
    {
        var result = await calculator.ResultOfAsync(crystal, cancellation).ConfigureAwait(false);
        if (result.Forces.Length != crystal.Sites.Length)
            throw new CalculationException(crystal.Id ?? "crystal", new(FailureKind.BadInput, $"{calculator.Description} gives no forces; take a calculator that does."));
        return Vector<double>.Build.DenseOfEnumerable(result.Forces.SelectMany(force => new[] { force.X, force.Y, force.Z }));
    }
}
