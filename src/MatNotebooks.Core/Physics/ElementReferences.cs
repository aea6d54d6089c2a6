using MatNotebooks.Chemistry;
using MathNet.Numerics.LinearAlgebra;

namespace MatNotebooks.Physics;

/// <summary>One energy per element, such that sums over a composition come as near to given energies as sums can.</summary>
/// <remarks>
/// What is left over after the sum is the part of an energy that says how atoms are arranged and bonded: what a model should learn. It
/// takes the place of a formation energy where the pure elements were not computed by the same method. Where the compositions leave the
/// energies of single elements open (in AB compounds of two groups one side may rise as the other falls), the shortest solution is taken.
/// </remarks>
public sealed class ElementReferences
{
    private const double Negligible = 1e-10; // eigenvalues of the normal matrix below this share of the greatest are directions left open

    private ElementReferences(IReadOnlyDictionary<Element, double> energies, int rank, double residual) =>
        (Energies, Rank, Residual) = (energies, rank, residual);

    /// <summary>The energy of each element, in order of atomic number | eV per atom.</summary>
    public IReadOnlyDictionary<Element, double> Energies { get; }

    /// <summary>How many independent numbers the compositions settle: at most the number of elements.</summary>
    public int Rank { get; }

    /// <summary>Root of the mean squared difference that is left | eV per atom.</summary>
    public double Residual { get; }

    /// <summary>Fits the energies by least squares, every composition with the same weight per atom.</summary>
    /// <param name="compositions">Compositions, at least one.</param>
    /// <param name="energies">Energy of each | eV, for the composition as it stands.</param>
    /// <exception cref="ArgumentException">No composition, not as many energies, or an energy that is not finite.</exception>
    public static ElementReferences Fit(IReadOnlyList<Composition> compositions, ReadOnlySpan<double> energies)
    {
        if (compositions.Count == 0 || compositions.Count != energies.Length)
            throw new ArgumentException($"There are {compositions.Count} compositions and {energies.Length} energies; each composition needs its energy, and one at least.");
        for (var i = 0; i < energies.Length; i++)
            if (!double.IsFinite(energies[i]))
                throw new ArgumentException($"The energy of {compositions[i]} (row {i + 1}) is {energies[i]}; leave rows without an energy out.");
        var elements = compositions.SelectMany(composition => composition.Elements).Distinct().OrderBy(element => element.Number).ToArray();
        var (normal, right) = NormalEquations(compositions, energies, elements);
        var (solution, rank) = Shortest(normal, right);
        var byElement = elements.Zip(solution).ToDictionary(pair => pair.First, pair => pair.Second);
        return new(byElement, rank, RootMeanSquare(compositions, energies, byElement));
    }

    /// <summary>Sum of the reference energies | eV, for the composition as it stands.</summary>
    /// <exception cref="ArgumentException">The composition has an element that the fit had not.</exception>
    public double Energy(Composition composition) => Sum(composition, Energies);

    /// <summary>An energy less the sum of the references, like a formation energy | eV per atom.</summary>
    /// <param name="composition">The composition the energy belongs to.</param>
    /// <param name="energy">Energy | eV, for the composition as it stands.</param>
    /// <exception cref="ArgumentException">The composition has an element that the fit had not.</exception>
    public double Relative(Composition composition, double energy) => (energy - Energy(composition)) / composition.AtomCount;

    private static (Matrix<double> Normal, Vector<double> Right) NormalEquations(
        IReadOnlyList<Composition> compositions, ReadOnlySpan<double> energies, Element[] elements)
    {
        var column = elements.Select((element, index) => (element, index)).ToDictionary(pair => pair.element, pair => pair.index);
        var normal = Matrix<double>.Build.Dense(elements.Length, elements.Length);
        var right = Vector<double>.Build.Dense(elements.Length);
        for (var row = 0; row < compositions.Count; row++)
        {
            var composition = compositions[row];
            var atoms = composition.AtomCount;
            foreach (var (element, amount) in composition.Amounts)
            {
                var at = column[element];
                right[at] += amount / atoms * energies[row] / atoms;
                foreach (var (other, otherAmount) in composition.Amounts)
                    normal[at, column[other]] += amount / atoms * otherAmount / atoms;
            }
        }
        return (normal, right);
    }

    private static (Vector<double> Solution, int Rank) Shortest(Matrix<double> normal, Vector<double> right)
    {
        var spectrum = normal.Evd(Symmetricity.Symmetric);
        var values = spectrum.EigenValues.Select(value => value.Real).ToArray();
        var least = Negligible * values.Max();
        var solution = Vector<double>.Build.Dense(right.Count);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] <= least) continue;
            var direction = spectrum.EigenVectors.Column(i);
            solution += direction * (direction.DotProduct(right) / values[i]);
        }
        return (solution, values.Count(value => value > least));
    }

    private static double RootMeanSquare(
        IReadOnlyList<Composition> compositions, ReadOnlySpan<double> energies, Dictionary<Element, double> references)
    {
        var sum = 0.0;
        for (var i = 0; i < compositions.Count; i++)
        {
            var left = (energies[i] - Sum(compositions[i], references)) / compositions[i].AtomCount;
            sum += left * left;
        }
        return Math.Sqrt(sum / compositions.Count);
    }

    private static double Sum(Composition composition, IReadOnlyDictionary<Element, double> references)
    {
        var sum = 0.0;
        foreach (var (element, amount) in composition.Amounts)
            sum += amount * (references.TryGetValue(element, out var energy)
                ? energy
                : throw new ArgumentException($"There is no reference energy of {element.Symbol}: no composition of the fit had it. Fit on rows that have."));
        return sum;
    }
}
