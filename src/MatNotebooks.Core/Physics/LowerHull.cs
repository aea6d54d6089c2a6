namespace MatNotebooks.Physics;

/// <summary>
/// The lower convex hull of energies over compositions, as the linear programme that it is: the least Σ λ E over mixtures Σ λ x of a wanted
/// composition, λ ≥ 0 (simplex method on an explicit inverse, which has as many rows as there are elements).
/// </summary>
/// <param name="corners">How many pure elements there are; they are the first points, and a feasible start for every composition.</param>
internal sealed class LowerHull(int corners)
{
    private const double Enough = 1e-11;      // eV: what a pivot has to gain
    private const double LeastPivot = 1e-10;  // share of atoms
    private const double Generic = 1e-7;      // eV: breaks ties between facets that lie in one plane

    private readonly List<double[]> points = [];
    private readonly List<double> energies = [];

    public int Count => points.Count;

    /// <summary>Adds a point.</summary>
    /// <param name="point">Shares of the elements, (corners), their sum 1.</param>
    /// <param name="energy">Energy | eV per atom; 0 for pure elements.</param>
    public void Add(double[] point, double energy)
    {
        points.Add(point);
        energies.Add(energy);
    }

    /// <summary>The mixture of least energy at a composition.</summary>
    public Mixture At(ReadOnlySpan<double> wanted) => Least(wanted, energies);

    /// <summary>Points that meet in each flat piece of the hull, together covering all compositions; pieces in one plane are split by a fixed rule.</summary>
    public IReadOnlyList<int[]> Facets()
    {
        // Lowered by less than counts, each by another share of the golden ratio, no more points than corners lie in one plane.
        double[] lowered = [.. energies.Select((energy, i) => energy - (Generic * (0.5 + (i * 0.6180339887498949 % 1))))];
        var first = Least([.. Enumerable.Repeat(1.0 / corners, corners)], lowered);
        var (found, open) = (new Dictionary<string, int[]>(), new Queue<int[]>());
        Visit(first.Points);
        while (open.TryDequeue(out var facet))
        {
            var inverse = Inverse(facet);
            for (var leaving = 0; leaving < corners; leaving++)
                if (Beyond(facet, inverse, leaving, lowered) is { } entering)
                    Visit([.. facet.Select((point, place) => place == leaving ? entering : point)]);
        }
        return [.. found.Values];

        void Visit(int[] facet)
        {
            if (found.TryAdd(string.Join(' ', facet.Order()), facet)) open.Enqueue(facet);
        }
    }

    // Gift wrapping: about the ridge that the leaving point lies opposite to, the next facet is the one that turns least.
    private int? Beyond(int[] facet, double[,] inverse, int leaving, IReadOnlyList<double> heights)
    {
        var potentials = Potentials(facet, inverse, heights);
        var (best, least) = ((int?)null, double.PositiveInfinity);
        for (var point = 0; point < points.Count; point++)
        {
            var side = Row(inverse, leaving, points[point]);
            if (side > -LeastPivot) continue;
            var turn = (heights[point] - Dot(potentials, points[point])) / -side;
            if (turn < least) (best, least) = (point, turn);
        }
        return best;
    }

    private Mixture Least(ReadOnlySpan<double> wanted, IReadOnlyList<double> heights)
    {
        var basis = Enumerable.Range(0, corners).ToArray();
        var shares = wanted.ToArray();
        var inverse = new double[corners, corners];
        for (var i = 0; i < corners; i++) inverse[i, i] = 1;
        var column = new double[corners];
        for (var turn = 0; ; turn++)
        {
            var potentials = Potentials(basis, inverse, heights);
            // Bland's rule, which cannot cycle, when steepest descent has had time enough.
            if (Entering(potentials, heights, first: turn > 50 + (10 * corners)) is not { } entering)
                return new(basis, shares, potentials, Dot(potentials, wanted));
            for (var i = 0; i < corners; i++) column[i] = Row(inverse, i, points[entering]);
            Exchange(basis, shares, inverse, column, entering);
        }
    }

    private int? Entering(double[] potentials, IReadOnlyList<double> heights, bool first)
    {
        var (best, least) = ((int?)null, -Enough);
        for (var point = 0; point < points.Count; point++)
        {
            var gain = heights[point] - Dot(potentials, points[point]);
            if (gain >= least) continue;
            (best, least) = (point, gain);
            if (first) break;
        }
        return best;
    }

    private void Exchange(int[] basis, double[] shares, double[,] inverse, double[] column, int entering)
    {
        var leaving = -1;
        for (var i = 0; i < corners; i++)
            if (column[i] > LeastPivot && (leaving < 0 || Better(i, leaving))) leaving = i;
        var share = shares[leaving] / column[leaving];
        for (var i = 0; i < corners; i++)
        {
            shares[i] = i == leaving ? share : Math.Max(0, shares[i] - (column[i] * share));
            var factor = column[i] / column[leaving];
            if (i == leaving) continue;
            for (var j = 0; j < corners; j++) inverse[i, j] -= factor * inverse[leaving, j];
        }
        for (var j = 0; j < corners; j++) inverse[leaving, j] /= column[leaving];
        basis[leaving] = entering;

        bool Better(int candidate, int current)
        {
            var difference = (shares[candidate] / column[candidate]) - (shares[current] / column[current]);
            return difference < -1e-14 || (difference <= 1e-14 && basis[candidate] < basis[current]);
        }
    }

    private double[] Potentials(int[] basis, double[,] inverse, IReadOnlyList<double> heights)
    {
        var potentials = new double[corners];
        for (var i = 0; i < corners; i++)
            for (var j = 0; j < corners; j++) potentials[j] += heights[basis[i]] * inverse[i, j];
        return potentials;
    }

    private double[,] Inverse(int[] basis)
    {
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(corners, corners, (row, column) => points[basis[column]][row]);
        return matrix.Inverse().ToArray();
    }

    private double Row(double[,] inverse, int row, double[] point)
    {
        var sum = 0.0;
        for (var j = 0; j < corners; j++) sum += inverse[row, j] * point[j];
        return sum;
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    /// <summary>A mixture: which points, their shares, the slopes of the hull there (one per element) and its height | eV per atom.</summary>
    internal readonly record struct Mixture(int[] Points, double[] Shares, double[] Potentials, double Energy);
}
