using System.Collections.Immutable;

namespace MatNotebooks.Metrics;

/// <summary>The best compromises between two objectives: points of which none is at least as good in both and better in one.</summary>
public sealed class ParetoFront
{
    private readonly double[] first, second; // turned so that the least is wanted

    private ParetoFront(double[] first, double[] second, Objective firstWanted, Objective secondWanted)
    {
        (this.first, this.second, FirstObjective, SecondObjective) = (first, second, firstWanted, secondWanted);
        Indices = Undominated();
        Knee = Indices[FarthestFromChord()];
    }

    /// <summary>Which end of the first quantity is wanted.</summary>
    public Objective FirstObjective { get; }

    /// <summary>Which end of the second quantity is wanted.</summary>
    public Objective SecondObjective { get; }

    /// <summary>The points of the front, from the best of the first quantity to the best of the second; equal points are all there.</summary>
    public ImmutableArray<int> Indices { get; }

    /// <summary>
    /// The point of the front farthest on the good side of the straight line between its two ends, both quantities scaled to the front's range:
    /// beyond it, more of one costs much of the other. An end where the front bulges the other way, or has fewer than three points.
    /// </summary>
    public int Knee { get; }

    /// <summary>Finds the front.</summary>
    /// <param name="first">First quantity of each point, finite.</param>
    /// <param name="second">Second quantity of each, as many.</param>
    /// <param name="firstWanted">Which end of the first is wanted. The default is the least.</param>
    /// <param name="secondWanted">Which end of the second is wanted. The default is the least.</param>
    /// <exception cref="ArgumentException">No point, different counts, or a value that is not finite.</exception>
    public static ParetoFront Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Objective firstWanted = Objective.Least, Objective secondWanted = Objective.Least)
    {
        if (first.Length != second.Length || first.Length == 0)
            throw new ArgumentException($"{first.Length} values of the first quantity and {second.Length} of the second; give equally many, at least one.");
        Pairs.CheckFinite(first, "first");
        Pairs.CheckFinite(second, "second");
        return new(Turned(first, firstWanted), Turned(second, secondWanted), firstWanted, secondWanted);
    }

    /// <summary>Area that the front dominates up to a reference point | product of the two units; points worse than the reference add nothing.</summary>
    /// <param name="firstReference">First quantity of the reference, such as the worst that is acceptable.</param>
    /// <param name="secondReference">Second quantity of the reference.</param>
    /// <exception cref="ArgumentException">The reference is not finite.</exception>
    public double Hypervolume(double firstReference, double secondReference)
    {
        if (!double.IsFinite(firstReference) || !double.IsFinite(secondReference))
            throw new ArgumentException($"The reference point is ({firstReference}, {secondReference}); both must be finite.");
        var (right, top) = (Turn(firstReference, FirstObjective), Turn(secondReference, SecondObjective));
        var area = 0.0;
        foreach (var index in Indices)
            if (first[index] < right && second[index] < top)
            {
                area += (right - first[index]) * (top - second[index]);
                top = second[index];
            }
        return area;
    }

    /// <summary>Area that the front dominates up to the worst value of each quantity among all points | product of the two units.</summary>
    public double Hypervolume() => Hypervolume(Turn(first.Max(), FirstObjective), Turn(second.Max(), SecondObjective));

    private ImmutableArray<int> Undominated()
    {
        var order = Enumerable.Range(0, first.Length).OrderBy(i => first[i]).ThenBy(i => second[i]).ToArray();
        var (front, last) = (ImmutableArray.CreateBuilder<int>(), order[0]);
        foreach (var index in order)
            if (front.Count == 0 || second[index] < second[last] || (second[index] == second[last] && first[index] == first[last]))
                front.Add(last = index);
        return front.ToImmutable();
    }

    private int FarthestFromChord()
    {
        var (from, to) = (Indices[0], Indices[^1]);
        var (width, height) = (first[to] - first[from], second[from] - second[to]);
        if (Indices.Length < 3 || width <= 0 || height <= 0) return 0;
        return Enumerable.Range(0, Indices.Length)
            .MinBy(i => ((first[Indices[i]] - first[from]) / width) + ((second[Indices[i]] - second[to]) / height));
    }

    private static double[] Turned(ReadOnlySpan<double> values, Objective wanted)
    {
        var turned = values.ToArray();
        if (wanted == Objective.Greatest)
            for (var i = 0; i < turned.Length; i++) turned[i] = -turned[i];
        return turned;
    }

    private static double Turn(double value, Objective wanted) => wanted == Objective.Greatest ? -value : value;
}
